namespace HandoffBot.Outbox;

/// <summary>When one chat may get its next message.</summary>
internal sealed class ChatPace(SendLimitsOptions limits)
{
    /// <summary>
    /// Telegram counts by arrival, and the way there takes now longer, now shorter: a minute here is this much longer, so that
    /// the twenty-first message never arrives within sixty seconds of the first.
    /// </summary>
    public static readonly TimeSpan MinuteMargin = TimeSpan.FromMilliseconds(250);

    /// <summary>The same for the second between two messages.</summary>
    public static readonly TimeSpan SecondMargin = TimeSpan.FromMilliseconds(20);

    private const int Quarters = 4;

    /// <summary>Long before anything, and far enough from the smallest value to be reckoned with.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromDays(-10_000);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1) + MinuteMargin;

    private readonly SlidingWindow minute = new(limits.PerGroupPerMinute);

    /// <summary>Those that the even pace goes by.</summary>
    private readonly SlidingWindow paced = new(limits.PerGroupPerMinute);

    /// <summary>When the burst would be whole again; each message moves it by one interval.</summary>
    private TimeSpan restedAt = Never;

    public TimeSpan PausedUntil { get; private set; } = Never;

    private TimeSpan Interval =>
        limits.PerChatPerSecond == 0
            ? TimeSpan.Zero
            : (TimeSpan.FromSeconds(1) / limits.PerChatPerSecond) + SecondMargin;

    public TimeSpan WaitFor(SendKind kind, bool isGroup, TimeSpan now)
    {
        var wait = Max(PausedUntil, restedAt - (Interval * (limits.ChatBurst - 1))) - now;
        if (isGroup && limits.PerGroupPerMinute > 0)
        {
            wait = Max(wait, minute.WaitFor(limits.PerGroupPerMinute, Minute, now));
            wait = kind is SendKind.Answer or SendKind.Turn ? wait : Max(wait, EvenPace(now));
        }

        return Max(wait, TimeSpan.Zero);
    }

    public void Record(TimeSpan now)
    {
        restedAt = Max(restedAt, now) + Interval;
        minute.Record(now);
        paced.Record(now);
    }

    /// <summary>
    /// Whether the message recorded last reached Telegram is not known. It counts against Telegram's limits as if it had, and not
    /// against the even pace: else the tries of an outage would hold up what waits for its end.
    /// </summary>
    public void Unanswered() => paced.TakeBackNewest();

    /// <summary>The message recorded last reached Telegram only now.</summary>
    public void Arrived(TimeSpan now)
    {
        restedAt = Max(restedAt, now + Interval);
        minute.MoveNewest(now);
        paced.MoveNewest(now);
    }

    /// <summary>Nothing was sent; a pause stays.</summary>
    public void Clear()
    {
        restedAt = Never;
        minute.Clear();
        paced.Clear();
    }

    public void PauseUntil(TimeSpan until) => PausedUntil = Max(PausedUntil, until);

    /// <summary>Nothing that is remembered here matters any more.</summary>
    public bool IsForgettable(TimeSpan now) => PausedUntil <= now && restedAt <= now && !(minute.Newest + Minute > now);

    /// <summary>
    /// Half of the minute's allowance in any half of a minute and three quarters in any three, whatever was sent. A few cards go at once,
    /// as after an outage; in a rush some place comes free within a quarter, nearly always, for who may jump the queue. Of the shares that
    /// were played through with sixty leads these let claimed cards turn soonest.
    /// </summary>
    private TimeSpan EvenPace(TimeSpan now)
    {
        var wait = TimeSpan.Zero;
        for (var quarter = Quarters / 2; quarter < Quarters; quarter++)
        {
            var share = ((limits.PerGroupPerMinute * quarter) + Quarters - 1) / Quarters;
            wait = Max(wait, paced.WaitFor(share, Minute * quarter / Quarters, now));
        }

        return wait;
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
