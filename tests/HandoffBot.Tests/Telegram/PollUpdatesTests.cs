using HandoffBot.Chat;
using HandoffBot.Tests.Sandbox;

namespace HandoffBot.Tests.Telegram;

/// <summary>The real polling loop over HTTP against the look-alike.</summary>
public sealed class PollUpdatesTests : IAsyncLifetime
{
    private readonly HeardUpdates sink = new();
    private Stage stage = null!;

    public async ValueTask InitializeAsync() => stage = await Stage.StartAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task What_is_said_is_heard_once_and_confirmed_by_the_next_question()
    {
        await using var bot = await ListenAsync();

        stage.World.Say(stage.Boris.Id, stage.Boris.Id, "/lead L-1042");
        var heard = Assert.IsType<CommandGiven>(await sink.NextAsync());
        stage.World.Say(stage.Boris.Id, stage.Boris.Id, "hello");
        var next = Assert.IsType<TextWritten>(await sink.NextAsync());

        Assert.Equal(("lead", "L-1042", stage.Boris.Id), (heard.Name, heard.Argument, heard.From!.Id));
        Assert.Equal("hello", next.Text);
        Assert.True(next.Key.UpdateId > heard.Key.UpdateId);
    }

    [Fact]
    public async Task An_update_that_could_not_be_stored_is_tried_again_before_those_behind_it()
    {
        var failures = 2;
        sink.Before = _ => failures-- > 0 ? throw new IOException("disk full") : Task.CompletedTask;
        await using var bot = await ListenAsync();

        stage.World.Say(stage.Boris.Id, stage.Boris.Id, "one");
        stage.World.Say(stage.Boris.Id, stage.Boris.Id, "two");
        var heard = new[] { await sink.NextAsync(), await sink.NextAsync() };

        Assert.Equal(["one", "two"], heard.Cast<TextWritten>().Select(t => t.Text));
        Assert.Contains(
            bot.Lines.All,
            line => line.StartsWith("Error: What came from Telegram", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_slow_update_is_parked_and_holds_up_only_its_own_lane()
    {
        var slow = new TaskCompletionSource();
        sink.Before = update => update is TextWritten { Text: "slow" } ? slow.Task : Task.CompletedTask;
        await using var bot = await ListenAsync();

        stage.World.Say(stage.Boris.Id, stage.Boris.Id, "slow");
        var parked = await sink.NextParkedAsync();
        stage.World.Say(stage.Boris.Id, stage.Boris.Id, "behind it");
        stage.World.Say(stage.Anna.Id, stage.Anna.Id, "elsewhere");
        var first = await sink.NextAsync();
        slow.SetResult();
        var rest = new[] { await sink.NextAsync(), await sink.NextAsync() };

        Assert.Equal("slow", Assert.IsType<TextWritten>(parked).Text);
        Assert.Equal("elsewhere", Assert.IsType<TextWritten>(first).Text);
        Assert.Equal(["slow", "behind it"], rest.Cast<TextWritten>().Select(t => t.Text));
    }

    [Fact]
    public async Task What_was_parked_before_a_restart_comes_first_in_its_lane()
    {
        var earlier = new HeardUpdates
        {
            LeftOver =
            [
                $$"""
                    {"update_id":5,"message":{"message_id":1,"date":1700000000,"text":"left over",
                     "chat":{"id":{{stage.Boris.Id}},"type":"private","first_name":"B"} } }
                    """,
            ],
        };
        stage.World.Say(stage.Boris.Id, stage.Boris.Id, "new");

        await using var bot = await new BotParts(Stage.Token, stage.Url, sink: earlier).ListenAsync();
        var heard = new[] { await earlier.NextAsync(), await earlier.NextAsync() };

        Assert.Equal(["left over", "new"], heard.Cast<TextWritten>().Select(t => t.Text));
    }

    [Fact]
    public async Task A_cut_connection_is_told_once_and_what_happened_meanwhile_is_heard_after_it()
    {
        await using var bot = await ListenAsync();
        stage.World.Say(stage.Boris.Id, stage.Boris.Id, "before");
        await sink.NextAsync();

        stage.World.Faults.Cut();
        stage.World.Say(stage.Boris.Id, stage.Boris.Id, "meanwhile");
        await Until(() => bot.State.Now.Problem is not null);
        stage.World.Faults.Restore();
        var heard = await sink.NextAsync();

        Assert.Equal("meanwhile", Assert.IsType<TextWritten>(heard).Text);
        Assert.Null(bot.State.Now.Problem);
        Assert.Single(bot.Lines.All, line => line.Contains("Telegram cannot be reached", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_token_is_one_loud_line_without_the_token()
    {
        stage.World.RevokeToken(stage.Bot.Id, "4242:another-token");

        await using var bot = await ListenAsync();
        await Until(() => bot.State.Now.Problem is not null);

        var loud = Assert.Single(bot.Lines.All, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Contains("Telegram does not accept Telegram:Token", loud);
        Assert.DoesNotContain(bot.Lines.All, line => line.Contains("sandbox-token", StringComparison.Ordinal));
    }

    private Task<BotParts> ListenAsync() => new BotParts(Stage.Token, stage.Url, sink: sink).ListenAsync();

    private static async Task Until(Func<bool> there)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!there())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }
}
