namespace HandoffBot.Backups;

/// <summary>What came of a wish to have an older database back.</summary>
internal abstract record RestoreOutcome
{
    /// <param name="Waiting">How many messages in it were still to be said.</param>
    /// <param name="Kept">Where the database is that stood there before; null: there was none.</param>
    /// <param name="Forgotten">How many leads in it were of people forgotten since; their contacts were erased again.</param>
    internal sealed record Restored(int Waiting, string? Kept, int Forgotten) : RestoreOutcome;

    /// <summary>Nothing was touched: somebody who was forgotten since might come back with it.</summary>
    internal sealed record MightRemember(string Gap) : RestoreOutcome;

    /// <summary>Nothing was touched.</summary>
    internal sealed record Refused(string Words) : RestoreOutcome;
}
