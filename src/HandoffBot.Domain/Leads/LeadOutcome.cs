namespace HandoffBot.Domain.Leads;

/// <summary>The answers to every other verb on a lead.</summary>
internal enum LeadOutcome
{
    Done,

    /// <summary>The same verb by the same person came within <see cref="Lead.RepeatWithin"/>: it counts once.</summary>
    Repeated,

    /// <summary>Somebody else is its owner.</summary>
    NotYours,

    /// <summary>Nobody has taken it yet.</summary>
    NotTaken,

    /// <summary>It is won, lost or rejected already.</summary>
    Closed,

    /// <summary>The time to take a change back is over.</summary>
    TooLate,

    /// <summary>Somebody acted since, so there is nothing of one's own to take back.</summary>
    Overtaken,
}
