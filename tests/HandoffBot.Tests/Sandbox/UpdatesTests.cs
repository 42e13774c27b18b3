using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Sandbox;

public sealed class UpdatesTests : StageTest
{
    private Task<Reply> Poll(params (string, object)[] parameters) => Stage.CallAsync("getUpdates", parameters);

    private void Say(string text) => World.Say(Boris.Id, Boris.Id, text);

    [Fact]
    public async Task Long_poll_wakes_when_somebody_writes()
    {
        var poll = Poll(("timeout", 50));
        await Stage.PollIsWaitingAsync();
        Assert.False(poll.IsCompleted);

        Say("hello");

        Assert.Equal(["hello"], Texts(await poll.WaitAsync(TimeSpan.FromSeconds(5))));
    }

    [Fact]
    public async Task Long_poll_ends_empty_when_its_time_is_over_on_the_moved_clock()
    {
        var poll = Poll(("timeout", 50));
        await Stage.PollIsWaitingAsync();

        World.Clock.Advance(TimeSpan.FromSeconds(51));

        Assert.Empty(Texts(await poll.WaitAsync(TimeSpan.FromSeconds(5))));
    }

    [Fact]
    public async Task Updates_come_again_until_they_are_confirmed_by_a_higher_offset()
    {
        Say("one");
        Say("two");

        var first = await Poll();
        var id = first.Result[0].GetProperty("update_id").GetInt32();
        var again = await Poll(("offset", id));
        var confirmed = await Poll(("offset", id + 1));

        Assert.Equal(["one", "two"], Texts(first));
        Assert.Equal(["one", "two"], Texts(again));
        Assert.Equal(["two"], Texts(confirmed));
    }

    [Fact]
    public async Task Negative_offset_takes_the_last_and_forgets_the_rest()
    {
        Say("one");
        Say("two");
        Say("three");

        var last = await Poll(("offset", -2));
        var rest = await Poll(("limit", 100));

        Assert.Equal(["two", "three"], Texts(last));
        Assert.Equal(["two", "three"], Texts(rest));
    }

    [Fact]
    public async Task Limit_is_clamped_and_kept()
    {
        Say("one");
        Say("two");

        Assert.Equal(["one"], Texts(await Poll(("limit", 0))));
        Assert.Equal(["one", "two"], Texts(await Poll(("offset", 5), ("limit", 1000))));
    }

    [Fact]
    public async Task Second_poller_ends_the_first()
    {
        var first = Poll(("timeout", 50));
        await Stage.PollIsWaitingAsync();
        var second = Poll(("timeout", 50), ("offset", 7));

        var ended = await first.WaitAsync(TimeSpan.FromSeconds(5));
        Say("for the second");

        Assert.Equal(
            "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            ended.Verdict
        );
        Assert.Equal(["for the second"], Texts(await second.WaitAsync(TimeSpan.FromSeconds(5))));
    }

    [Fact]
    public async Task Third_poller_makes_the_second_wait_three_seconds_for_its_conflict()
    {
        var first = Poll(("timeout", 50));
        await Stage.PollIsWaitingAsync();
        var second = Poll(("timeout", 50), ("offset", 7));
        await first.WaitAsync(TimeSpan.FromSeconds(5));
        var third = Poll(("timeout", 50), ("offset", 8));

        var early = await Task.WhenAny(second, Stage.TimersAreSetAsync(2));
        Assert.NotSame(second, early);
        World.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(409, (await second.WaitAsync(TimeSpan.FromSeconds(5))).Status);
        Say("for the third");
        Assert.Equal(["for the third"], Texts(await third.WaitAsync(TimeSpan.FromSeconds(5))));
    }

    [Fact]
    public async Task Press_waits_150_seconds_and_a_message_a_day()
    {
        World.Press(Boris.Id, Group, await Card(), "Take");
        Say("one");
        World.Clock.Advance(TimeSpan.FromSeconds(151));
        var withoutPress = await Poll();
        World.Clock.Advance(TimeSpan.FromHours(24));
        var nothing = await Poll(("offset", 1));

        Assert.Equal(["one"], Texts(withoutPress));
        Assert.Empty(Texts(nothing));
    }

    [Fact]
    public async Task Cut_connection_breaks_the_waiting_poll_and_lets_nothing_through_until_restored()
    {
        var poll = Poll(("timeout", 50));
        await Stage.PollIsWaitingAsync();

        World.Faults.Cut();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => poll.WaitAsync(TimeSpan.FromSeconds(5)));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Send(Group));
        World.Faults.Restore();
        Assert.Equal(200, (await Send(Group)).Status);
    }

    private static List<string?> Texts(Reply reply) =>
        [
            .. reply
                .Result.EnumerateArray()
                .Select(update => update.GetProperty(UpdateKinds.Message).GetProperty("text").GetString()),
        ];
}
