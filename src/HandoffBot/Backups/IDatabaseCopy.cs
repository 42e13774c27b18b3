namespace HandoffBot.Backups;

/// <summary>Writes the whole database, as it stands at one moment, into a new file while others go on writing.</summary>
internal interface IDatabaseCopy
{
    /// <summary>How the name of such a file ends, with the dot.</summary>
    string Extension { get; }

    /// <summary>What must be installed first, in words; null when nothing is missing.</summary>
    string? Lacks { get; }

    /// <summary>Null once it is written and checked, else what is wrong in words.</summary>
    Task<string?> WriteAsync(string file, CancellationToken cancellationToken);
}
