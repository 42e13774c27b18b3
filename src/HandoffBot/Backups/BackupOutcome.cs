namespace HandoffBot.Backups;

/// <summary>What came of a wish to back the database up.</summary>
internal abstract record BackupOutcome
{
    internal sealed record Made(string File, long Bytes) : BackupOutcome;

    /// <summary>There is a file of that name, which stays as it is.</summary>
    internal sealed record NameTaken : BackupOutcome;

    internal sealed record Failed(string Words) : BackupOutcome;
}
