namespace HandoffBot.Domain.Leads;

/// <summary>The answers to "these two leads are one".</summary>
internal enum MergeOutcome
{
    Done,
    Itself,

    /// <summary>They are merged already.</summary>
    AlreadyOne,

    /// <summary>One of them has ended.</summary>
    Closed,

    /// <summary>Neither is this person's, and only a manager may anyhow.</summary>
    NotYours,

    OtherTeams,

    /// <summary>A test is no customer.</summary>
    TestAndReal,
}
