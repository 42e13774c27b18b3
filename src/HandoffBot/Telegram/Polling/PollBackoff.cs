namespace HandoffBot.Telegram.Polling;

/// <summary>How long to wait before the next poll after some that failed in a row.</summary>
internal sealed class PollBackoff
{
    /// <summary>Whoever presses waits for us, and Telegram keeps a press for 150 seconds only.</summary>
    private static readonly TimeSpan LongestOutage = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestMistake = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan WithoutToken = TimeSpan.FromSeconds(60);

    private int failures;

    public void Reset() => failures = 0;

    public TimeSpan Next(PollTrouble trouble)
    {
        var wait = trouble.Kind switch
        {
            PollTroubleKind.Unauthorized => WithoutToken,
            PollTroubleKind.Conflict or PollTroubleKind.Refused => Doubled(TimeSpan.FromSeconds(5), LongestMistake),
            _ => Doubled(TimeSpan.FromSeconds(1), LongestOutage),
        };
        failures++;
        return wait > trouble.AtLeast ? wait : trouble.AtLeast + TimeSpan.FromSeconds(1);
    }

    private TimeSpan Doubled(TimeSpan first, TimeSpan longest)
    {
        var wait = first * Math.Pow(2, Math.Min(failures, 10));
        return wait < longest ? wait : longest;
    }
}
