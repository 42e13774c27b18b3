using HandoffBot.Chat;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Sandbox;

namespace HandoffBot.Tests.Telegram;

/// <summary>Another program polls with the same token: the look-alike ends the bot's poll with 409, as Telegram does.</summary>
public sealed class ConflictTests : StageTest
{
    private const string Trouble = "Another program listens with the same token";

    private readonly HeardUpdates sink = new();
    private readonly MovableClock clock = new();

    [Fact]
    public async Task Somebody_else_who_listens_is_one_line_sending_goes_on_and_listening_comes_back()
    {
        await using var bot = new BotParts(Stage.Token, Stage.Url, sink: sink, clock: clock);
        await bot.ListenAsync();
        await HearsAsync("before");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await PollsAsync();
            await IntrudeAsync();
            await Until(() => bot.State.Now.Problem?.StartsWith(Trouble, StringComparison.Ordinal) == true);

            var sent = await bot.Chat.SendAsync(
                new ChatAddress(Group),
                ChatMessage.Of("Card"),
                TestContext.Current.CancellationToken
            );

            Assert.IsType<SendOutcome.Sent>(sent);
        }

        await PollsAsync();
        await HearsAsync("after");

        Assert.Null(bot.State.Now.Problem);
        Assert.Equal(3, World.View.Messages(Group).Count(m => m.Text == "Card"));
        Assert.Single(bot.Lines.All, l => l.StartsWith($"Warning: {Trouble}", StringComparison.Ordinal));
        Assert.Single(bot.Lines.All, l => l.Contains("Telegram answers again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_that_another_program_set_is_told_sending_goes_on_and_without_it_listening_comes_back()
    {
        await using var bot = new BotParts(Stage.Token, Stage.Url, sink: sink, clock: clock);
        await bot.ListenAsync();
        await HearsAsync("before");

        await Stage.CallAsync("setWebhook", ("url", "https://another.example.com/telegram"));
        await Until(() =>
        {
            World.Clock.Advance(TimeSpan.FromSeconds(1));
            clock.Advance(TimeSpan.FromSeconds(1));
            return bot.State.Now.Problem is not null;
        });
        var problem = bot.State.Now.Problem;
        var sent = await bot.Chat.SendAsync(
            new ChatAddress(Group),
            ChatMessage.Of("Card"),
            TestContext.Current.CancellationToken
        );
        await Stage.CallAsync("deleteWebhook");
        await PollsAsync();

        Assert.StartsWith("A webhook was set for this bot by another program", problem, StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Sent>(sent);
        await HearsAsync("after");
        Assert.Null(bot.State.Now.Problem);
        Assert.Single(bot.Lines.All, l => l.StartsWith("Warning: A webhook was set", StringComparison.Ordinal));
    }

    private async Task HearsAsync(string text)
    {
        World.Say(Boris.Id, Boris.Id, text);
        Assert.Equal(text, Assert.IsType<TextWritten>(await sink.NextAsync()).Text);
    }

    /// <summary>Asks once in the bot's stead, which ends its poll. A second conflict within three seconds would be told late.</summary>
    private async Task IntrudeAsync()
    {
        World.Clock.Advance(TimeSpan.FromSeconds(4));
        await Stage.CallAsync("getUpdates", ("timeout", 0));
        await Until(() => World.Clock.TimerCount == 0);
    }

    /// <summary>The bot's own clock goes on until its pause is over and it asks again.</summary>
    private Task PollsAsync() =>
        Until(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(World.Clock.TimerCount > 0 ? 0 : 1));
            return World.Clock.TimerCount > 0;
        });

    private static async Task Until(Func<bool> there)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!there())
        {
            await often.WaitForNextTickAsync(patience.Token);
        }
    }
}
