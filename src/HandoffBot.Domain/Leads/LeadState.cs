using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Leads;

/// <summary>What a change can alter on a lead, kept for as long as the change can be taken back.</summary>
internal sealed record LeadState(
    LeadStatus Status,
    PersonId? Owner,
    DateTimeOffset WaitingSince,
    DateTimeOffset? CallBackAt,
    int Attempts,
    DateTimeOffset? FirstClaimedAt,
    DateTimeOffset? ClaimedAt,
    DateTimeOffset? ContactedAt,
    DateTimeOffset? QualifiedAt,
    DateTimeOffset? ClosedAt,
    string? Reason,
    long? AmountMinor,
    LeadStep Said,
    DateTimeOffset? LastStepAt,
    DateTimeOffset? DeferredUntil = null,
    bool IsSuspect = false,
    TimeSpan WaitedOut = default,
    SnoozeReason? SnoozedFor = null,
    LeadAlone? Alone = null
);

/// <summary>How a lead stood for itself before the first of others was merged into it.</summary>
internal sealed record LeadAlone(
    long? ListId,
    LeadPriority Priority,
    DateTimeOffset WaitingSince,
    DateTimeOffset? DeferredUntil,
    SnoozeReason? SnoozedFor,
    DateTimeOffset? AskedAgainAt,
    int Inquiries,
    int Cycle
);

/// <summary>The last change somebody made: who, when, by which event, and what it was before.</summary>
internal sealed record LeadChange(PersonId By, DateTimeOffset At, int EventNumber, string Verb, LeadState Before);
