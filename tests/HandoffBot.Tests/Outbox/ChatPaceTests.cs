using HandoffBot.Outbox;

namespace HandoffBot.Tests.Outbox;

/// <summary>Twenty a minute, one a second, three at once.</summary>
public sealed class ChatPaceTests
{
    private static readonly TimeSpan Start = TimeSpan.FromHours(1);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1) + ChatPace.SecondMargin;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1) + ChatPace.MinuteMargin;
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void A_chat_is_forgotten_when_neither_the_minute_nor_the_burst_nor_a_pause_needs_it()
    {
        var pace = New();
        Assert.True(pace.IsForgettable(Start));

        pace.Record(Start);
        Assert.False(pace.IsForgettable(Start + Interval));
        Assert.False(pace.IsForgettable(Start + Minute - Tick));
        Assert.True(pace.IsForgettable(Start + Minute));
        pace.PauseUntil(Start + Minute + Tick);

        Assert.False(pace.IsForgettable(Start + Minute));
        Assert.True(pace.IsForgettable(Start + Minute + Tick));
        pace.PauseUntil(Start);
        Assert.False(pace.IsForgettable(Start + Minute));
    }

    [Fact]
    public void Where_there_is_no_minute_the_burst_alone_is_remembered()
    {
        var pace = new ChatPace(new SendLimitsOptions { PerGroupPerMinute = 0 });

        pace.Record(Start);

        Assert.False(pace.IsForgettable(Start + Interval - Tick));
        Assert.True(pace.IsForgettable(Start + Interval));
    }

    [Fact]
    public void A_message_that_arrived_late_makes_the_next_wait_from_then()
    {
        var pace = New();
        pace.Record(Start);
        pace.Record(Start);
        pace.Record(Start);
        Assert.Equal(Interval, pace.WaitFor(SendKind.Turn, true, Start));

        pace.Arrived(Start + TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.Zero, pace.WaitFor(SendKind.Turn, true, Start + TimeSpan.FromSeconds(5)));
        Assert.False(pace.IsForgettable(Start + TimeSpan.FromSeconds(4) + Minute));
        pace.Clear();
        Assert.True(pace.IsForgettable(Start));
    }

    [Fact]
    public void Without_a_burst_the_next_waits_an_interval_from_the_arrival()
    {
        var pace = new ChatPace(new SendLimitsOptions { ChatBurst = 1 });
        pace.Record(Start);

        pace.Arrived(Start + Interval + Interval);

        Assert.Equal(Interval, pace.WaitFor(SendKind.Turn, false, Start + Interval + Interval));
    }

    [Fact]
    public void Three_at_once_and_then_one_an_interval_is_the_pace_of_every_chat()
    {
        var pace = New();
        for (var sent = 0; sent < 3; sent++)
        {
            Assert.Equal(TimeSpan.Zero, pace.WaitFor(SendKind.Turn, false, Start));
            pace.Record(Start);
        }

        Assert.Equal(Interval, pace.WaitFor(SendKind.Turn, false, Start));
        Assert.Equal(TimeSpan.Zero, pace.WaitFor(SendKind.Turn, false, Start + Interval));
        pace.Record(Start + Interval);
        Assert.Equal(Interval, pace.WaitFor(SendKind.Turn, false, Start + Interval));
        Assert.Equal(Interval - Tick, pace.WaitFor(SendKind.Turn, false, Start + Interval + Tick));
    }

    private static ChatPace New() => new(new SendLimitsOptions());
}
