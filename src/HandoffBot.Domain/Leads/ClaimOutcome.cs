namespace HandoffBot.Domain.Leads;

/// <summary>The answers to "I take it".</summary>
internal enum ClaimOutcome
{
    Claimed,
    AlreadyYours,
    TakenByAnother,
    Closed,

    /// <summary>Offered to somebody else by name, for a while yet.</summary>
    KeptForAnother,
}
