using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HandoffBot.Sandbox.Control;

namespace HandoffBot.Tests.Sandbox;

public sealed class ControlTests : IAsyncLifetime
{
    private Stage stage = null!;
    private ControlServer control = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        stage = await Stage.StartAsync();
        control = await ControlServer.StartAsync(stage.World, 0, CancellationToken.None);
        http = new HttpClient { BaseAddress = new Uri(control.Url) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await control.DisposeAsync();
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task People_of_another_program_meet_the_bot_in_a_group()
    {
        var people = await PostAsync("people", new { names = new[] { "Vera", "Gleb" } });

        var group = await PostAsync("groups", new { title = "Doors", members = people });

        var room = stage.World.View.Chat(group.GetProperty("id").GetInt64());
        Assert.Equal("Doors", room.Title);
        Assert.All(people.EnumerateArray(), p => Assert.True(room.Member(p.GetInt64()).IsIn));
        Assert.True(room.Member(stage.Bot.Id).IsAdmin);
    }

    [Fact]
    public async Task Message_is_waited_for_and_seen_with_its_buttons()
    {
        var last = stage.World.View.Chat(stage.Group.Id).LastMessageId;
        var waiting = http.GetFromJsonAsync<JsonElement>(
            $"sandbox/messages?chat={stage.Group.Id}&after={last}&wait=20",
            TestContext.Current.CancellationToken
        );

        await SayWithButtonAsync();

        var seen = Assert.Single((await waiting).EnumerateArray());
        Assert.Equal("Who?", seen.GetProperty("text").GetString());
        Assert.Equal("Me", seen.GetProperty("buttons")[0].GetString());
    }

    [Fact]
    public async Task Press_is_told_how_it_was_answered()
    {
        var message = (await SayWithButtonAsync()).MessageId;
        var pressing = PostAsync(
            "press",
            new
            {
                people = new[] { stage.Boris.Id },
                chat = stage.Group.Id,
                message,
                button = "Me",
            }
        );
        await stage.World.WaitForAsync(v => !v.Presses.IsEmpty, TimeSpan.FromSeconds(20));

        await stage.CallAsync(
            "answerCallbackQuery",
            ("callback_query_id", stage.World.View.Presses.Keys.Single()),
            ("text", "Yours")
        );

        var told = Assert.Single((await pressing).EnumerateArray());
        Assert.Equal(stage.Boris.Id, told.GetProperty("person").GetInt64());
        Assert.Equal("Yours", told.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Calls_are_seen_from_a_number_on()
    {
        await SayWithButtonAsync();
        await stage.CallAsync("getMe");

        var calls = await http.GetFromJsonAsync<JsonElement>(
            "sandbox/calls?after=1",
            TestContext.Current.CancellationToken
        );

        Assert.Equal("getMe", Assert.Single(calls.EnumerateArray()).GetProperty("method").GetString());
    }

    [Fact]
    public async Task Limits_are_switched_off()
    {
        var limits = await PostAsync("limits", new { on = false });

        Assert.False(stage.World.Limits.On);
        Assert.Equal(20, limits.GetProperty("perGroupPerMinute").GetInt32());
    }

    [Fact]
    public async Task Faults_are_ordered_and_taken_away()
    {
        await DoAsync(
            "faults",
            new
            {
                kind = "TooManyRequests",
                times = 1,
                retryAfter = 7,
            }
        );
        await DoAsync("faults", new { kind = "ServerError", method = "getMe" });

        var flooded = await SayWithButtonAsync();
        var broken = await stage.CallAsync("getMe");
        using var cleared = await http.DeleteAsync("sandbox/faults", TestContext.Current.CancellationToken);
        var after = (await stage.CallAsync("getMe")).Status;

        Assert.Equal(
            (429, 7),
            (flooded.Status, flooded.Json.GetProperty("parameters").GetProperty("retry_after").GetInt32())
        );
        Assert.Equal((500, 200), (broken.Status, after));
        Assert.Equal(HttpStatusCode.OK, cleared.StatusCode);
        Assert.Empty(stage.World.Faults.Pending);
    }

    [Fact]
    public async Task Connection_is_cut_and_restored()
    {
        await DoAsync("connection", new { on = false });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => stage.CallAsync("getMe"));
        Assert.True(stage.World.Faults.IsCut);

        await DoAsync("connection", new { on = true });

        Assert.Equal(200, (await stage.CallAsync("getMe")).Status);
    }

    [Fact]
    public async Task What_cannot_be_done_is_explained()
    {
        using var answer = await http.PostAsJsonAsync("sandbox/start", new { person = 1 });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("no person 1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<Reply> SayWithButtonAsync() =>
        stage.CallAsync(
            "sendMessage",
            ("chat_id", stage.Group.Id),
            ("text", "Who?"),
            ("reply_markup", """{"inline_keyboard":[[{"text":"Me","callback_data":"me"}]]}""")
        );

    private async Task DoAsync(string what, object body)
    {
        using var answer = await http.PostAsJsonAsync($"sandbox/{what}", body);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<JsonElement> PostAsync(string what, object body)
    {
        using var answer = await http.PostAsJsonAsync($"sandbox/{what}", body);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }
}
