namespace HandoffBot.Tests.Support;

/// <summary>The clock of another machine: it runs as fast and shows another time.</summary>
internal sealed class ShiftedClock(TimeProvider clock, TimeSpan by) : TimeProvider
{
    /// <summary>May change while it runs, as when somebody sets it.</summary>
    public TimeSpan By { get; set; } = by;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + By;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
