using HandoffBot.Chat;

namespace HandoffBot.Telegram.Polling;

/// <summary>How listening goes, for health and metrics. Instants are wall-clock time.</summary>
internal sealed class PollingState(Hearing hearing, TimeProvider clock)
{
    /// <summary>Old news says nothing of how it goes now.</summary>
    private static readonly TimeSpan LagCounts = TimeSpan.FromMinutes(1);

    private readonly Lock one = new();
    private volatile Snapshot now = new(null, null, null, TimeSpan.Zero, 0);

    public Snapshot Now =>
        now is var last && clock.GetElapsedTime(last.LaggedAt) > LagCounts ? last with { Lag = TimeSpan.Zero } : last;

    public void Heard(DateTimeOffset at, int inFlight)
    {
        hearing.Heard();
        Change(n => n with { LastHeardAt = at, Problem = null, ProblemSince = null, InFlight = inFlight });
    }

    public void Failed(DateTimeOffset at, string problem)
    {
        hearing.Failed();
        Troubled(at, problem);
    }

    /// <summary>Something is wrong, and yet updates may come: they are posted to the bot, which need not reach Telegram for that.</summary>
    public void Troubled(DateTimeOffset at, string problem) =>
        Change(n => n with { Problem = problem, ProblemSince = n.ProblemSince ?? at });

    /// <summary>The process lives: it needs no more to hear what is posted.</summary>
    public void Beat() => hearing.Heard();

    /// <param name="lag">As clocks that differ tell it: less than nothing is nothing.</param>
    public void Lagged(TimeSpan lag)
    {
        var at = clock.GetTimestamp();
        Change(n => n with { Lag = lag > TimeSpan.Zero ? lag : TimeSpan.Zero, LaggedAt = at });
    }

    /// <summary>Something was posted to the webhook. A problem with setting it is not over by that.</summary>
    public void Came(DateTimeOffset at) => Change(n => n with { LastHeardAt = at });

    public void Running(int inFlight) => Change(n => n with { InFlight = inFlight });

    /// <summary>Telegram took the webhook.</summary>
    public void WasSet() => Change(n => n with { IsSet = true });

    public void Recovered() => Change(n => n with { Problem = null, ProblemSince = null });

    private void Change(Func<Snapshot, Snapshot> change)
    {
        lock (one)
        {
            now = change(now);
        }
    }

    /// <param name="LastHeardAt">The last poll that was answered, or the last update that was posted.</param>
    /// <param name="Problem">What is wrong and how to mend it; null while all is well.</param>
    /// <param name="ProblemSince">When it began.</param>
    /// <param name="Lag">How old the newest message or channel post was when it was taken up; presses carry no time.</param>
    /// <param name="InFlight">Updates taken up and not finished.</param>
    /// <param name="IsSet">Telegram has taken the webhook; false where it is polled.</param>
    /// <param name="LaggedAt">When the lag was measured, on the monotonic clock.</param>
    internal sealed record Snapshot(
        DateTimeOffset? LastHeardAt,
        string? Problem,
        DateTimeOffset? ProblemSince,
        TimeSpan Lag,
        int InFlight,
        bool IsSet = false,
        long LaggedAt = 0
    );
}
