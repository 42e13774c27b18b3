using HandoffBot.Domain.Leads;

namespace HandoffBot.Domain.Digests;

/// <summary>What the figures need to know of one lead; no words of the customer and no contact.</summary>
internal sealed record LeadFacts
{
    public required LeadId Id { get; init; }

    public required string Source { get; init; }

    /// <summary>Null for a lead that carried no campaign.</summary>
    public string? Campaign { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the first claim was due, where that was moved; null: reckoned from the receipt by the SLA.</summary>
    public DateTimeOffset? ClaimDueAt { get; init; }

    /// <summary>The first claim of its life: a release does not make the team slower.</summary>
    public DateTimeOffset? FirstClaimedAt { get; init; }

    public required LeadStatus Status { get; init; }

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

    /// <summary>It came in a list: no time was promised for its claim, so none is judged.</summary>
    public bool IsListed { get; init; }

    public bool IsOpen => Status is LeadStatus.New or LeadStatus.Claimed or LeadStatus.Qualified;

    public bool IsQualified => WasQualified || Status is LeadStatus.Qualified or LeadStatus.Won;

    public bool IsWon => Status is LeadStatus.Won;

    public bool IsBad => Status is LeadStatus.Rejected;

    /// <summary>The claim, or the rejection that made a claim needless.</summary>
    public DateTimeOffset? AnsweredAt => FirstClaimedAt ?? (IsOpen ? null : ClosedAt);
}
