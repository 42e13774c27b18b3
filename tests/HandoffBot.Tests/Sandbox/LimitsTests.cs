namespace HandoffBot.Tests.Sandbox;

public sealed class LimitsTests : StageTest
{
    /// <summary>Sends so many, moving the clock along, so that none of them has to wait.</summary>
    private async Task SendCalmly(long chatId, int count)
    {
        for (var n = 0; n < count; n++)
        {
            Assert.Equal(200, (await Send(chatId)).Status);
            World.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task Twenty_first_send_of_a_minute_in_a_group_is_refused_with_the_time_to_wait()
    {
        await SendCalmly(Group, 20);

        var reply = await Send(Group);

        Assert.Equal(429, reply.Status);
        var seconds = reply.Json.GetProperty("parameters").GetProperty("retry_after").GetInt32();
        Assert.InRange(seconds, 38, 40);
        Assert.Equal($"Too Many Requests: retry after {seconds}", reply.Description);
        Assert.Equal($"{seconds}", reply.RetryAfterHeader);
        Assert.Equal(1, World.Calls.RefusedForLimits);
    }

    [Fact]
    public async Task Edits_use_up_the_same_twenty()
    {
        var card = await Card();
        for (var n = 0; n < 19; n++)
        {
            World.Clock.Advance(TimeSpan.FromSeconds(1));
            var edited = await Stage.CallAsync(
                "editMessageText",
                ("chat_id", Group),
                ("message_id", card),
                ("text", $"Edit {n}")
            );
            Assert.Equal(200, edited.Status);
        }

        World.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(429, (await Send(Group)).Status);
    }

    [Fact]
    public async Task Wait_of_up_to_eight_seconds_is_slept_out_and_answered_late()
    {
        await SendCalmly(Group, 20);
        World.Clock.Advance(TimeSpan.FromSeconds(35));
        var late = Send(Group, "late");
        await Stage.TimerIsSetAsync();
        Assert.False(late.IsCompleted);

        World.Clock.Advance(TimeSpan.FromSeconds(6));
        var reply = await late.WaitAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(200, reply.Status);
        Assert.Equal(1, World.Calls.Delayed);
        Assert.InRange(World.Calls.Recent()[^1].Delayed.TotalSeconds, 3, 6);
    }

    [Fact]
    public async Task Answers_to_presses_refusals_and_private_chats_do_not_count_in_the_group()
    {
        var card = await Card();
        await SendCalmly(Group, 19);

        var press = World.Press(Boris.Id, Group, card, "Take");
        var answered = await Stage.CallAsync("answerCallbackQuery", ("callback_query_id", press.Id));
        var refused = await Send(Group, "");
        var elsewhere = await Send(Boris.Id);

        Assert.Equal((200, 400, 200), (answered.Status, refused.Status, elsewhere.Status));
    }

    [Fact]
    public async Task Burst_passes_at_once_and_then_one_a_second()
    {
        World.Limits.LongestSilentWait = TimeSpan.Zero;

        for (var n = 0; n < World.Limits.ChatBurst; n++)
        {
            Assert.Equal(200, (await Send(Boris.Id)).Status);
        }

        Assert.Equal("429 Too Many Requests: retry after 1", (await Send(Boris.Id)).Verdict);
        World.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await Send(Boris.Id)).Status);
    }

    [Fact]
    public async Task Thirty_a_second_go_out_in_all_chats_together()
    {
        World.Limits.LongestSilentWait = TimeSpan.Zero;
        World.Limits.PerSecond = 5;
        var people = Enumerable.Range(0, 6).Select(n => World.AddPerson($"P{n}")).ToList();
        people.ForEach(person => World.Start(person.Id));

        var statuses = new List<int>();
        foreach (var person in people)
        {
            statuses.Add((await Send(person.Id)).Status);
        }

        Assert.Equal([200, 200, 200, 200, 200, 429], statuses);
    }

    [Fact]
    public async Task Switched_off_nothing_waits()
    {
        World.Limits.On = false;

        for (var n = 0; n < 40; n++)
        {
            Assert.Equal(200, (await Send(Group)).Status);
        }
    }
}
