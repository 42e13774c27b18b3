using HandoffBot.Chat;

namespace HandoffBot.Telegram.Polling;

/// <summary>How listening goes, for health and metrics. Instants are wall-clock time.</summary>
internal sealed class PollingState(Hearing hearing)
{
    private volatile Snapshot now = new(null, null, null, TimeSpan.Zero, 0);

    public Snapshot Now => now;

    public void Heard(DateTimeOffset at, int inFlight)
    {
        hearing.Heard();
        now = now with { LastHeardAt = at, Problem = null, ProblemSince = null, InFlight = inFlight };
    }

    public void Failed(DateTimeOffset at, string problem)
    {
        hearing.Failed();
        now = now with { Problem = problem, ProblemSince = now.ProblemSince ?? at };
    }

    public void Lagged(TimeSpan lag) => now = now with { Lag = lag };

    /// <param name="LastHeardAt">The last poll that was answered.</param>
    /// <param name="Problem">What is wrong and how to mend it; null while all is well.</param>
    /// <param name="ProblemSince">When it began.</param>
    /// <param name="Lag">How old the newest message was when it was taken up.</param>
    /// <param name="InFlight">Updates taken up and not finished.</param>
    internal sealed record Snapshot(
        DateTimeOffset? LastHeardAt,
        string? Problem,
        DateTimeOffset? ProblemSince,
        TimeSpan Lag,
        int InFlight
    );
}
