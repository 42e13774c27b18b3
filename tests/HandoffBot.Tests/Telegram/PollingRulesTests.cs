using HandoffBot.Chat;
using HandoffBot.Sandbox.World;
using HandoffBot.Telegram.Polling;
using HandoffBot.Tests.Leadership;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace HandoffBot.Tests.Telegram;

public sealed class PollingRulesTests
{
    private const string Readable =
        """{"update_id":12,"message":{"message_id":1,"date":1,"chat":{"id":7,"type":"private","first_name":"B"},"text":"good"}}""";

    private const string Unreadable =
        """{"update_id":11,"my_chat_member":{"chat":{"id":7,"type":"private"},"from":{"id":7,"is_bot":false,"first_name":"B"},"date":1,"old_chat_member":{"status":"levitating","user":{"id":1,"is_bot":true,"first_name":"H"}},"new_chat_member":{"status":"left","user":{"id":1,"is_bot":true,"first_name":"H"}}}}""";

    private readonly HeardUpdates sink = new();

    [Fact]
    public async Task An_update_nobody_can_read_is_marked_told_and_passed()
    {
        using var telegram = new ScriptedUpdates($"[{Unreadable},{Readable}]");
        await using var bot = await ListenAsync(telegram);

        var heard = new[] { await sink.NextAsync(), await sink.NextAsync() };
        await telegram.NextQuestionAsync();
        var question = await telegram.NextQuestionAsync();

        Assert.Equal([11, 12], heard.Select(h => h.Key.UpdateId).Order());
        Assert.IsType<Uninteresting>(heard.Single(h => h.Key.UpdateId == 11));
        Assert.Contains("\"offset\":13", question);
        Assert.Single(
            bot.Lines.All,
            line => line.StartsWith("Error: Update 11 cannot be read", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Each_question_names_the_kinds_it_wants_and_waits_thirty_seconds()
    {
        using var telegram = new ScriptedUpdates();
        await using var bot = await ListenAsync(telegram);

        var question = await telegram.NextQuestionAsync();

        Assert.Contains("\"timeout\":30", question);
        Assert.Contains("\"limit\":100", question);
        Assert.Contains(
            """
            "allowed_updates":["message","edited_message","channel_post","callback_query","my_chat_member","chat_member"]
            """.Trim(),
            question
        );
    }

    [Fact]
    public async Task An_old_number_does_not_send_the_offset_back()
    {
        using var telegram = new ScriptedUpdates(
            $"[{Readable}]",
            $"[{Readable.Replace("12", "5", StringComparison.Ordinal)}]"
        );
        await using var bot = await ListenAsync(telegram);

        var questions = new[]
        {
            await telegram.NextQuestionAsync(),
            await telegram.NextQuestionAsync(),
            await telegram.NextQuestionAsync(),
        };

        Assert.DoesNotContain("offset", questions[0]);
        Assert.Contains("\"offset\":13", questions[1]);
        Assert.Contains("\"offset\":13", questions[2]);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(31, true)]
    public async Task What_another_process_sets_aside_later_is_taken_up_within_half_a_minute(int seconds, bool isTaken)
    {
        var clock = new MovableClock();
        using var telegram = new ScriptedUpdates("[]", "[]");
        telegram.Answering = page =>
        {
            sink.LeftOver = [Readable];
            clock.Advance(page == 0 ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero);
        };

        await using var bot = new BotParts("4242:stub", transport: telegram, sink: sink, clock: clock);
        await bot.ListenAsync();
        await telegram.NextQuestionAsync();
        await telegram.NextQuestionAsync();
        await telegram.NextQuestionAsync();

        if (isTaken)
        {
            Assert.Equal(12, (await sink.NextAsync()).Key.UpdateId);
        }

        Assert.True(sink.IsQuiet);
    }

    [Fact]
    public async Task Who_was_paused_does_not_cut_off_the_poll_of_its_successor_on_waking()
    {
        var leader = new Doubted();
        using var telegram = new ScriptedUpdates($"[{Readable}]");
        telegram.Answering = _ => leader.Held = false;

        await using var bot = new BotParts("4242:stub", transport: telegram, sink: sink, leader: leader);
        await bot.ListenAsync();
        await telegram.NextQuestionAsync();
        await sink.NextAsync();
        await leader.DoubtedAgainAsync();
        var meanwhile = telegram.IsQuiet;
        leader.Held = true;

        Assert.True(meanwhile);
        Assert.Contains("\"offset\":13", await telegram.NextQuestionAsync());
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(7, false)]
    public async Task After_six_days_of_silence_the_numbers_begin_anew(int days, bool kept)
    {
        var clock = new MovableClock();
        using var telegram = new ScriptedUpdates($"[{Readable}]", "[]");
        telegram.Answering = page => clock.Advance(TimeSpan.FromDays(page == 1 ? days : 0));
        await using var bot = new BotParts("4242:stub", transport: telegram, sink: sink, clock: clock);
        await bot.ListenAsync();

        await telegram.NextQuestionAsync();
        await telegram.NextQuestionAsync();
        var question = await telegram.NextQuestionAsync();

        Assert.Equal(kept, question.Contains("\"offset\":13", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Presses_of_two_people_in_one_chat_do_not_wait_for_each_other()
    {
        using var telegram = new ScriptedUpdates($"[{Press(1, 7)},{Press(2, 7)},{Press(3, 8)}]");
        var slow = new TaskCompletionSource();
        sink.Before = update => update.Key.UpdateId == 1 ? slow.Task : Task.CompletedTask;
        await using var bot = await ListenAsync(telegram);

        var first = await sink.NextAsync();
        slow.SetResult();
        var rest = new[] { await sink.NextAsync(), await sink.NextAsync() };

        Assert.Equal(3, first.Key.UpdateId);
        Assert.Equal([1, 2], rest.Select(r => r.Key.UpdateId));
    }

    [Fact]
    public void Conflicts_are_answered_by_longer_and_longer_pauses()
    {
        var trouble = PollTrouble.Of(new ApiRequestException("Conflict: terminated by other getUpdates request", 409));
        var backoff = new PollBackoff();

        var waits = Enumerable.Range(0, 6).Select(_ => backoff.Next(trouble).TotalSeconds);

        Assert.Equal([5, 10, 20, 40, 60, 60], waits);
        Assert.Contains("Another program listens with the same token", trouble.Words);
    }

    [Fact]
    public void An_outage_is_probed_often_enough_to_save_the_presses()
    {
        var trouble = PollTrouble.Of(new HttpRequestException("https://api.telegram.org/bot4242:secret/getUpdates"));
        var backoff = new PollBackoff();

        var waits = Enumerable.Range(0, 6).Select(_ => backoff.Next(trouble).TotalSeconds).ToArray();

        Assert.Equal([1, 2, 4, 5, 5, 5], waits);
        Assert.DoesNotContain("secret", trouble.Words);
    }

    [Fact]
    public void What_Telegram_says_about_waiting_is_a_floor()
    {
        var trouble = PollTrouble.Of(
            new ApiRequestException("Too Many Requests", 429, new ResponseParameters { RetryAfter = 30 })
        );

        Assert.Equal(TimeSpan.FromSeconds(31), new PollBackoff().Next(trouble));
    }

    [Fact]
    public void A_refused_token_is_tried_once_a_minute() =>
        Assert.Equal(
            TimeSpan.FromMinutes(1),
            new PollBackoff().Next(PollTrouble.Of(new ApiRequestException("Unauthorized", 401)))
        );

    private Task<BotParts> ListenAsync(HttpMessageHandler telegram) =>
        new BotParts("4242:stub", transport: telegram, sink: sink).ListenAsync();

    private static string Press(int update, long person) =>
        $$"""
            {"update_id":{{update}},"callback_query":{"id":"{{update}}","chat_instance":"1","data":"x",
             "from":{"id":{{person}},"is_bot":false,"first_name":"P"},
             "message":{"message_id":4,"date":1,"chat":{"id":-5,"type":"supergroup","title":"S"} } } }
            """;
}
