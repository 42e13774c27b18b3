namespace HandoffBot.Domain.Leads;

/// <summary>How far a list is.</summary>
internal enum ListState
{
    /// <summary>The file is there and not read yet.</summary>
    Sent,

    /// <summary>Shown back to whoever sent it.</summary>
    Read,

    /// <summary>Its new leads are being written; nobody sees them yet.</summary>
    Loading,

    /// <summary>Its leads are there; those who asked before are being joined to theirs.</summary>
    Joining,

    Done,
    Refused,
    Cancelled,

    /// <summary>What was written of it is being taken back.</summary>
    Undoing,
    Failed,
}

/// <summary>What became of the wish to take a list in.</summary>
internal enum ListOutcome
{
    Taken,
    NotRead,
    HasWrongRows,
}
