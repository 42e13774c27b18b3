namespace HandoffBot.Chat;

/// <summary>
/// Whether the messenger is heard, and the last time in which it was not for long. Judged at the start and when it is heard again
/// after it was not, on the monotonic clock; never by comparing clocks while all goes well.
/// </summary>
internal sealed class Hearing(TimeProvider clock)
{
    /// <summary>So long Telegram keeps a press: a shorter absence loses nothing.</summary>
    public static readonly TimeSpan PressesLast = TimeSpan.FromSeconds(150);

    private readonly Lock gate = new();
    private readonly Queue<Absence> missed = [];
    private long heardAt = clock.GetTimestamp();
    private bool failing;
    private bool begun;

    /// <summary>When it was last heard, by the wall clock; null before the first time.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>The first time nobody could be heard in that is not settled yet.</summary>
    public Absence? Missed
    {
        get
        {
            lock (gate)
            {
                return missed.TryPeek(out var first) ? first : null;
            }
        }
    }

    /// <summary>Nobody is heard for longer than presses last: what the clock would say now is waited out once somebody is.</summary>
    public bool IsAway
    {
        get
        {
            lock (gate)
            {
                return failing && clock.GetElapsedTime(heardAt) > PressesLast;
            }
        }
    }

    /// <summary>The process begins to listen; only the first call counts.</summary>
    /// <param name="lastAt">When it was last heard, as the rows tell; null: never.</param>
    public void Begin(DateTimeOffset? lastAt)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (!begun && lastAt is { } last && now - last > PressesLast)
            {
                missed.Enqueue(new Absence(last, now));
            }

            begun = true;
        }
    }

    public void Failed()
    {
        lock (gate)
        {
            failing = true;
        }
    }

    public void Heard()
    {
        lock (gate)
        {
            var (now, away) = (clock.GetUtcNow(), clock.GetElapsedTime(heardAt));
            if (failing && away > PressesLast)
            {
                missed.Enqueue(new Absence(now - away, now));
            }

            (failing, heardAt, LastAt) = (false, clock.GetTimestamp(), now);
        }
    }

    /// <summary>The absence was told and no longer matters.</summary>
    public void Settle(Absence absence)
    {
        lock (gate)
        {
            if (missed.TryPeek(out var first) && first == absence)
            {
                missed.Dequeue();
            }
        }
    }
}

/// <summary>The messenger was not heard between these moments.</summary>
internal sealed record Absence(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>What was pressed before this is lost: the messenger keeps a press no longer.</summary>
    public DateTimeOffset PressesLostUntil => To - Hearing.PressesLast > From ? To - Hearing.PressesLast : From;
}
