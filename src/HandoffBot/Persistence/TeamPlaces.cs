using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Persistence;

/// <summary>Where teams are spoken to: their chats, their managers in private, their webhooks.</summary>
internal sealed record TeamPlaces(
    ILookup<(TeamId Team, ChatKind Kind), ChatAddress> Chats,
    ILookup<TeamId, PersonId> Managers,
    ILookup<TeamId, long> Webhooks
)
{
    public ChatAddress? Sales(TeamId team) => First(team, ChatKind.Sales);

    public ChatAddress? Marketing(TeamId team) => First(team, ChatKind.Marketing);

    private ChatAddress? First(TeamId team, ChatKind kind) =>
        Chats[(team, kind)] is var found && found.Any() ? found.First() : null;
}

/// <summary>An event, with the lead as it stands after it.</summary>
internal sealed record LeadHappening(LeadEvent What, Lead Lead);
