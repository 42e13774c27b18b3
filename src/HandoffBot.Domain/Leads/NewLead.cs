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
    public LeadPriority Priority { get; init; }

    /// <summary>The list it comes in.</summary>
    public long? ListId { get; init; }

    /// <summary>Nobody is to see it before the whole list is there.</summary>
    public bool IsArriving { get; init; }

    /// <summary>The lead this customer had before.</summary>
    public LeadId? Former { get; init; }

    public Resemblance? Like { get; init; }
}
