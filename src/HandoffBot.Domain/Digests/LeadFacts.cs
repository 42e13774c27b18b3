using HandoffBot.Domain.Leads;

namespace HandoffBot.Domain.Digests;

/// <summary>What the figures need to know of one lead; no words of the customer and no contact.</summary>
internal sealed record LeadFacts
{
    public required long Number { get; init; }

    public required string Source { get; init; }

    /// <summary>Null for a lead that carried no campaign.</summary>
    public string? Campaign { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the first claim was due, where that was moved; null: reckoned from the receipt by the SLA.</summary>
    public DateTimeOffset? ClaimDueAt { get; init; }

    /// <summary>The first claim of its life: a release does not make the team slower.</summary>
    public DateTimeOffset? FirstClaimedAt { get; init; }

    public required LeadStanding Standing { get; init; }

    /// <summary>True once somebody called the lead qualified, even if it was lost later.</summary>
    public bool WasQualified { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public RejectReason? RejectReason { get; init; }

    /// <summary>The sum of a won lead in the hundredths of the team's currency.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>The last thing a person did with the lead; null when nobody did anything.</summary>
    public DateTimeOffset? LastMovedAt { get; init; }

    /// <summary>A planned call: until then the lead is not stuck.</summary>
    public DateTimeOffset? CallBackAt { get; init; }

    public bool IsTest { get; init; }

    public long? OwnerId { get; init; }

    public bool IsOpen => Standing is LeadStanding.New or LeadStanding.Claimed or LeadStanding.Qualified;

    public bool IsQualified => WasQualified || Standing is LeadStanding.Qualified or LeadStanding.Won;

    public bool IsWon => Standing is LeadStanding.Won;

    public bool IsBad => Standing is LeadStanding.Rejected;

    /// <summary>The claim, or the rejection that made a claim needless.</summary>
    public DateTimeOffset? AnsweredAt => FirstClaimedAt ?? (IsOpen ? null : ClosedAt);
}
