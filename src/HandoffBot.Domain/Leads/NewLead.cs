using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>What is known of a lead when it comes in.</summary>
internal sealed record NewLead(
    TeamId Team,
    long SourceId,
    long? CampaignId,
    Contact Contact,
    string? Product,
    string? City,
    bool IsTest,
    bool IsSuspect
)
{
    /// <summary>The lead this customer had before.</summary>
    public LeadId? Former { get; init; }

    public Resemblance? Like { get; init; }
}
