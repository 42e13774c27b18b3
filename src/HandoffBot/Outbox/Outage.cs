using HandoffBot.Chat;

namespace HandoffBot.Outbox;

/// <summary>
/// Whether the messenger answers at all. A stumble holds up only the chat it happened to; several in a row, without an answer to
/// anybody between them, are an outage: one message at a time tries, every few seconds, the most urgent one first; all others wait.
/// </summary>
internal sealed partial class Outage(SendLimits limits, RetryPolicy retries, ILogger<Outage> logger)
{
    /// <summary>From here on it was an outage, not a stumble.</summary>
    private const int Lasting = 3;

    /// <summary>A message unanswered more often than this lets others try too: the fault may be its own.</summary>
    private const int Patience = 8;

    private static readonly TimeSpan UntilTokenIsTriedAgain = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private int failures;

    public bool IsOn => Volatile.Read(ref failures) >= Lasting;

    /// <param name="chatId">Whose message it was.</param>
    public void Failed(SendOutcome outcome, long chatId)
    {
        lock (gate)
        {
            var wasOn = IsOn;
            // A refused token is no stumble.
            failures = outcome is SendOutcome.Unauthorized ? Math.Max(failures + 1, Lasting) : failures + 1;
            if (!IsOn)
            {
                limits.Pause(chatId, retries.AfterUnanswered(failures));
                return;
            }

            if (!wasOn)
            {
                Log.Began(
                    logger,
                    outcome is SendOutcome.Unauthorized ? "does not accept the token" : "does not answer"
                );
            }

            limits.PauseAll(
                outcome is SendOutcome.Unauthorized ? UntilTokenIsTriedAgain : retries.AfterUnanswered(Lasting)
            );
        }
    }

    /// <summary>Any answer at all. True: a lasting outage is over by it, and whatever waited for that may go.</summary>
    public bool Answered()
    {
        lock (gate)
        {
            var wasOn = IsOn;
            failures = 0;
            if (wasOn)
            {
                Log.Over(logger);
            }

            return wasOn;
        }
    }

    /// <summary>How long an unanswered message itself waits, the pause for all aside; at first not at all, so that its place is kept.</summary>
    public TimeSpan OwnWait(int attempts) => attempts <= Patience ? TimeSpan.Zero : Backoff(attempts);

    public TimeSpan Backoff(int attempts) => retries.AfterUnanswered(attempts);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The messenger {Trouble}; what is to be said waits.")]
        public static partial void Began(ILogger logger, string trouble);

        [LoggerMessage(LogLevel.Information, "The messenger takes messages again.")]
        public static partial void Over(ILogger logger);
    }
}
