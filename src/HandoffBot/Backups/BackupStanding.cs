namespace HandoffBot.Backups;

/// <summary>How it stands with the backups the bot makes by itself.</summary>
internal enum BackupStanding
{
    Well,

    /// <summary>None are wanted.</summary>
    Off,

    /// <summary>What makes them is not installed.</summary>
    Impossible,

    /// <summary>The process that speaks makes them, where it runs.</summary>
    Elsewhere,

    /// <summary>The last one could not be made.</summary>
    Failed,

    /// <summary>There is none at all.</summary>
    None,

    /// <summary>That of the last night is missing.</summary>
    Late,
}
