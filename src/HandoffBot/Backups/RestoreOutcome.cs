namespace HandoffBot.Backups;

/// <summary>What came of a wish to have an older database back.</summary>
internal abstract record RestoreOutcome
{
    /// <param name="Waiting">How many messages in it were still to be said.</param>
    /// <param name="Kept">Where the database is that stood there before; null: there was none.</param>
    internal sealed record Restored(int Waiting, string? Kept) : RestoreOutcome;

    /// <summary>Nothing was touched.</summary>
    internal sealed record Refused(string Words) : RestoreOutcome;
}
