namespace HandoffBot.Ticks;

/// <summary>The machine's time at the start, from there on by its monotonic clock: a clock set back would stall the scheduler for as long.</summary>
internal sealed class SteadyTime(TimeProvider machine) : TimeProvider
{
    private readonly DateTimeOffset began = machine.GetUtcNow();
    private readonly long start = machine.GetTimestamp();

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => began + machine.GetElapsedTime(start);

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);
}
