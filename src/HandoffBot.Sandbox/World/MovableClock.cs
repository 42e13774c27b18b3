namespace HandoffBot.Sandbox.World;

/// <summary>Real time plus a distance that only grows: whoever moves it fires every timer that has become due.</summary>
internal sealed class MovableClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<MovableTimer> _timers = [];
    private long _distance;

    public MovableClock() { }

    /// <summary>Starts at the given instant, past or future; from then on it can only be moved forward.</summary>
    public MovableClock(DateTimeOffset start) => _distance = (start - System.GetUtcNow()).Ticks;

    /// <summary>Raised after each move, outside the lock.</summary>
    public event Action? Moved;

    /// <summary>How many timers are set: a test can tell by it that somebody waits.</summary>
    public int TimerCount
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() =>
        System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _distance));

    public override long GetTimestamp() =>
        System.GetElapsedTime(0, System.GetTimestamp()).Ticks + Interlocked.Read(ref _distance);

    /// <summary>Moves forward by the given time; refuses to go back.</summary>
    public void Advance(TimeSpan distance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(distance, TimeSpan.Zero);
        Interlocked.Add(ref _distance, distance.Ticks);
        MovableTimer[] timers;
        lock (_gate)
        {
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.Rearm();
        }

        Moved?.Invoke();
    }

    /// <summary>Moves forward to the given instant; refuses one that has passed.</summary>
    public void MoveTo(DateTimeOffset instant) => Advance(instant - GetUtcNow());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovableTimer(this, callback, state);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    internal void Forget(MovableTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }
}
