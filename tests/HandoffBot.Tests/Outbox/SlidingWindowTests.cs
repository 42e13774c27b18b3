using HandoffBot.Outbox;

namespace HandoffBot.Tests.Outbox;

public sealed class SlidingWindowTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void One_more_waits_until_the_oldest_of_the_most_is_over()
    {
        var window = Of(3, 10, 20, 30);

        Assert.Equal(TimeSpan.Zero, window.WaitFor(4, Minute, At(31)));
        Assert.Equal(At(39), window.WaitFor(3, Minute, At(31)));
        Assert.Equal(At(49), window.WaitFor(2, Minute, At(31)));
        Assert.Equal(TimeSpan.Zero, window.WaitFor(3, Minute, At(70)));
        Assert.Equal(TimeSpan.Zero, window.WaitFor(3, Minute, At(90)));
    }

    [Fact]
    public void As_many_are_remembered_as_it_holds_the_oldest_going_first()
    {
        var window = Of(2, 10, 20, 30);

        Assert.Equal(At(30), window.Newest);
        Assert.Equal(At(49), window.WaitFor(2, Minute, At(31)));
        window.TakeBackNewest();
        window.TakeBackNewest();
        Assert.Null(window.Newest);
    }

    [Fact]
    public void Without_room_nothing_is_remembered()
    {
        var window = Of(0, 10);

        Assert.Null(window.Newest);
        window.MoveNewest(At(20));
        window.TakeBackNewest();
        Assert.Null(window.Newest);
    }

    [Fact]
    public void The_newest_may_arrive_later_or_not_at_all()
    {
        var window = Of(3, 10, 20);

        window.MoveNewest(At(25));
        Assert.Equal(At(25), window.Newest);
        window.TakeBackNewest();
        Assert.Equal(At(10), window.Newest);
        window.Clear();
        Assert.Null(window.Newest);
    }

    [Fact]
    public void One_that_is_moved_counts_from_now_and_once()
    {
        var window = Of(3, 10, 20, 30);

        window.Move(At(20), At(40));

        Assert.Equal(At(40), window.Newest);
        Assert.Equal(At(29), window.WaitFor(3, Minute, At(41)));
        Assert.Equal(At(49), window.WaitFor(2, Minute, At(41)));
    }

    private static SlidingWindow Of(int capacity, params int[] seconds)
    {
        var window = new SlidingWindow(capacity);
        foreach (var second in seconds)
        {
            window.Record(At(second));
        }

        return window;
    }

    private static TimeSpan At(int second) => TimeSpan.FromSeconds(second);
}
