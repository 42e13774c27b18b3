using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Sandbox;

public sealed class MovableClockTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public void Time_and_timestamp_move_together()
    {
        var (time, stamp) = (_clock.GetUtcNow(), _clock.GetTimestamp());

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.InRange(_clock.GetUtcNow() - time, TimeSpan.FromHours(1), TimeSpan.FromHours(1.01));
        Assert.InRange(_clock.GetElapsedTime(stamp), TimeSpan.FromHours(1), TimeSpan.FromHours(1.01));
    }

    [Fact]
    public void It_never_goes_back()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.MoveTo(_clock.GetUtcNow().AddMinutes(-1)));
    }

    [Fact]
    public void It_may_start_at_any_instant()
    {
        var monday = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        Assert.InRange(new MovableClock(monday).GetUtcNow(), monday, monday.AddSeconds(5));
    }

    [Fact]
    public async Task Timers_that_became_due_fire_when_it_is_moved()
    {
        var wait = Task.Delay(TimeSpan.FromHours(1), _clock, TestContext.Current.CancellationToken);
        Assert.False(wait.IsCompleted);

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(wait.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));

        await wait.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Periodic_timer_ticks_once_for_a_long_move_and_goes_on()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), _clock);
        var first = timer.WaitForNextTickAsync(TestContext.Current.CancellationToken).AsTask();
        _clock.Advance(TimeSpan.FromHours(1));
        await first.WaitAsync(TimeSpan.FromSeconds(5));

        var second = timer.WaitForNextTickAsync(TestContext.Current.CancellationToken).AsTask();
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await second.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Disposed_timer_is_forgotten()
    {
        var timer = _clock.CreateTimer(_ => { }, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        Assert.Equal(1, _clock.TimerCount);

        timer.Dispose();

        Assert.Equal(0, _clock.TimerCount);
        Assert.False(timer.Change(TimeSpan.Zero, TimeSpan.Zero));
    }
}
