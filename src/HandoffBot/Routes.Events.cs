using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot;

internal static partial class Routes
{
    /// <summary>What is said after these events, and where.</summary>
    public static IEnumerable<Intent> For(IReadOnlyList<LeadHappening> happened, TeamPlaces places)
    {
        _ = (happened, places);
        return [];
    }
}
