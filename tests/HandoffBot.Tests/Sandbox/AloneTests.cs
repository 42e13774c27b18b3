using System.Net.Http.Json;
using System.Text.Json;
using HandoffBot.Domain.Team;
using HandoffBot.Sandbox;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Sandbox;

/// <summary>The look-alike without the bot: <c>--bot-api-only</c>, with and without <c>--empty</c>.</summary>
public sealed class AloneTests
{
    [Theory]
    [InlineData(nameof(Scene.Morning))]
    [InlineData(nameof(Scene.Empty))]
    public async Task A_bot_of_ones_own_meets_people_who_set_it_up_themselves(string scene)
    {
        await using var sandbox = await StartAsync(Enum.Parse<Scene>(scene));
        using var http = new HttpClient();
        var (cast, world) = (sandbox.Cast, sandbox.World);
        var start = TimeProvider.System.GetUtcNow() - world.Clock.GetUtcNow();

        var me = await CallAsync(http, sandbox, "getMe", new { });
        world.Start(cast.Olga.Id, "code");
        world.AddBotTo(cast.SalesChat, cast.Olga.Id, AdminRights.All);
        var updates = await CallAsync(http, sandbox, "getUpdates", new { timeout = 1 });
        await CallAsync(http, sandbox, "sendMessage", new { chat_id = cast.SalesChat, text = "Hello" });

        Assert.Equal("handoff_sandbox_bot", me.GetProperty("username").GetString());
        Assert.Contains(updates.EnumerateArray(), u => u.TryGetProperty("my_chat_member", out _));
        Assert.Contains(
            updates.EnumerateArray(),
            u => u.TryGetProperty("message", out var m) && m.GetProperty("text").GetString() == "/start code"
        );
        Assert.Equal("Hello", world.View.Messages(cast.SalesChat).Last().Text);
        Assert.InRange(start, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));
        Assert.Equal(("", ""), (sandbox.BotUrl, sandbox.ManagementUrl));
    }

    [Fact]
    public async Task The_console_names_what_that_bot_needs()
    {
        await using var sandbox = await StartAsync(Scene.Empty);

        var said = Greeting.Of(sandbox);

        Assert.Contains(sandbox.Cast.Bot.Token, said, StringComparison.Ordinal);
        Assert.Contains(sandbox.BotApiUrl, said, StringComparison.Ordinal);
        Assert.DoesNotContain("Management", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_has_the_line_that_runs_that_bot()
    {
        await using var sandbox = await StartAsync(Scene.Empty);

        var said = Greeting.Of(sandbox);

        Assert.Contains(
            $"dotnet run --project src/HandoffBot -- --Telegram:Token={sandbox.Cast.Bot.Token} --Telegram:BaseUrl={sandbox.BotApiUrl}",
            said,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(nameof(Language.English), "Europe/London")]
    [InlineData(nameof(Language.Russian), "Europe/Moscow")]
    public async Task Its_clock_is_in_the_zone_that_such_a_bot_proposes(string language, string zone)
    {
        await using var sandbox = await StartAsync(Scene.Empty, Enum.Parse<Language>(language));

        Assert.Equal(zone, sandbox.Cast.Zone.Id);
    }

    private static Task<RunningSandbox> StartAsync(Scene scene, Language language = Language.English) =>
        RunningSandbox.StartAsync(
            new SandboxOptions
            {
                Language = language,
                Scene = scene,
                WithBot = false,
                WithPage = false,
            },
            TestContext.Current.CancellationToken
        );

    private static async Task<JsonElement> CallAsync(
        HttpClient http,
        RunningSandbox sandbox,
        string method,
        object parameters
    )
    {
        var url = $"{sandbox.BotApiUrl}/bot{sandbox.Cast.Bot.Token}/{method}";
        using var answer = await http.PostAsJsonAsync(url, parameters);
        var body = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("result");
    }
}
