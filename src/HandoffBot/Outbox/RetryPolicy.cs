namespace HandoffBot.Outbox;

/// <summary>When to try again what did not pass.</summary>
internal sealed class RetryPolicy(Random random)
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Telegram's own number is a floor, in whole seconds that may have been cut.</summary>
    private static readonly TimeSpan FloorMargin = TimeSpan.FromSeconds(1);

    /// <summary>1, 2, 4 … 60 seconds by the number of tries so far (from 1), a fifth more or less so that not all come back at once.</summary>
    public TimeSpan AfterUnanswered(int attempts)
    {
        var seconds = Math.Min(Math.Pow(2, Math.Clamp(attempts, 1, 10) - 1), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.8 + (0.4 * random.NextDouble())));
    }

    public static TimeSpan AfterTooMany(TimeSpan stated) => stated + FloorMargin;
}
