using HandoffBot.Backups;

namespace HandoffBot.Persistence;

/// <summary>
/// A file that turns out to be damaged, or is gone, while the bot runs: nothing more is written, for that makes it worse, nothing is
/// acknowledged, and the program ends. What is only full or locked heals by itself and is no loss.
/// </summary>
internal sealed partial class DatabaseLoss(
    DatabaseFile file,
    IHostApplicationLifetime lifetime,
    ILogger<DatabaseLoss> logger
)
{
    /// <summary>What happened; null while all is well.</summary>
    public DatabaseLostException? Why { get; private set; }

    /// <summary>Asked before something is written and before it is acknowledged: a file that was deleted still takes rows, and nobody finds them again.</summary>
    /// <exception cref="DatabaseLostException">It is lost.</exception>
    public void Refuse()
    {
        if (Why is null && file.IsGone)
        {
            Lose($"{file.Path} is gone while the bot was running");
        }

        if (Why is not null)
        {
            throw Why;
        }
    }

    /// <summary>True: by this failure, or before it, the database was lost.</summary>
    public bool Heed(Exception failure)
    {
        if (Why is null && SqliteFile.DamageIn(failure) is { } damage)
        {
            Lose($"{file.Path} is damaged ({damage}) and was left as it is", failure);
        }

        return Why is not null;
    }

    private void Lose(string what, Exception? failure = null)
    {
        Why = new DatabaseLostException($"{what}. Bring back a backup: HandoffBot restore FILE.", failure);
        Log.Lost(logger, Why.Message);
        lifetime.StopApplication();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "Nothing more is written: {What}")]
        public static partial void Lost(ILogger logger, string what);
    }
}
