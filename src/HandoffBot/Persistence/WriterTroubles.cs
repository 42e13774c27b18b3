using HandoffBot.Observability;

namespace HandoffBot.Persistence;

/// <summary>What goes wrong in the writer: told, seldom, and told apart from a database that is lost.</summary>
internal sealed partial class WriterTroubles(DatabaseLoss loss, TimeProvider clock, ILogger<CommitWriter> logger)
{
    private readonly Seldom failed = new(clock);

    /// <exception cref="DatabaseLostException">Nothing may be written, or acknowledged.</exception>
    public void RefuseIfLost() => loss.Refuse();

    /// <summary>True: they may pass each for itself. False: nothing may be written any more.</summary>
    public bool MayPassApart(int count, Exception failure)
    {
        if (loss.Heed(failure))
        {
            return false;
        }

        Log.DoneApart(logger, count, failure.GetType().Name);
        return true;
    }

    public void Failed(int count, Exception failure)
    {
        if (!loss.Heed(failure) && failed.IsTime(failure))
        {
            Log.BatchFailed(logger, count, failure);
        }
    }

    public void AfterwardsFailed(Exception failure) => Log.AfterwardsFailed(logger, failure);

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Debug,
            "{Count} writes did not pass together ({Why}); each is tried behind a savepoint."
        )]
        public static partial void DoneApart(ILogger logger, int count, string why);

        [LoggerMessage(LogLevel.Error, "What was to follow a commit failed; the commit stands.")]
        public static partial void AfterwardsFailed(ILogger logger, Exception exception);

        [LoggerMessage(
            LogLevel.Error,
            "{Count} writes could not be committed. The same is not said again within a minute."
        )]
        public static partial void BatchFailed(ILogger logger, int count, Exception exception);
    }
}
