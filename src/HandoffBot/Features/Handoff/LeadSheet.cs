using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Handoff;

/// <summary>All that messages about a lead show, read at once.</summary>
internal sealed record LeadSheet(
    Lead Lead,
    SalesTeam Team,
    string Source,
    string? Campaign,
    string? Message,
    string? OwnerName,
    string? ActorName,
    string? OfferedName,
    IReadOnlyList<string> Notes
)
{
    public Wording Words => Team.Words();

    public Contact Contact => Lead.Contact;
}
