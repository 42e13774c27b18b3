using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot;

/// <summary>Contents page 2: what follows what.</summary>
internal static class Routes
{
    public static IEnumerable<Intent> For(IReadOnlyList<LeadHappening> happened, TeamPlaces places)
    {
        _ = (happened, places);
        return [];
    }
}
