namespace HandoffBot.Sandbox.World;

/// <summary>A timer of <see cref="MovableClock"/>: a real one underneath, set anew whenever the clock is moved.</summary>
internal sealed class MovableTimer : ITimer
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private readonly Lock _gate = new();
    private readonly MovableClock _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ITimer _inner;
    private long? _dueAt;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _disposed;

    public MovableTimer(MovableClock clock, TimerCallback callback, object? state)
    {
        (_clock, _callback, _state) = (clock, callback, state);
        _inner = TimeProvider.System.CreateTimer(
            static timer => ((MovableTimer)timer!).Tick(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return false;
            }

            _dueAt = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetTimestamp() + dueTime.Ticks;
            _period = period;
            Arm();
            return true;
        }
    }

    public void Rearm()
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                Arm();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _inner.Dispose();
        }

        _clock.Forget(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Arm()
    {
        if (_dueAt is not { } dueAt)
        {
            _inner.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // Rounded up to whole milliseconds: the real timer rounds down and would tick before the time has come.
        var wait = TimeSpan.FromMilliseconds(
            Math.Ceiling(TimeSpan.FromTicks(Math.Max(0, dueAt - _clock.GetTimestamp())).TotalMilliseconds)
        );
        _inner.Change(wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }

    private void Tick()
    {
        lock (_gate)
        {
            if (_disposed || _dueAt is not { } dueAt)
            {
                return;
            }

            if (_clock.GetTimestamp() < dueAt)
            {
                Arm();
                return;
            }

            var periodic = _period > TimeSpan.Zero;
            _dueAt = periodic ? _clock.GetTimestamp() + _period.Ticks : null;
            Arm();
        }

        _callback(_state);
    }
}
