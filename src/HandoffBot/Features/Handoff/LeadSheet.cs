using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Handoff.Merging;
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
    /// <summary>Its history says why it was offered or given to somebody.</summary>
    public bool IsExplained { get; init; }

    public LeadTies Ties { get; init; } = LeadTies.None;

    /// <summary>How often the contact asked, by all leads that are this one.</summary>
    public int Inquiries => Ties.Inquiries(Lead);

    public Wording Words => Team.Words();

    public Contact Contact => Lead.Contact;
}
