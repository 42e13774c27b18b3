using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HandoffBot.Chat;
using HandoffBot.Tests.Http;
using Microsoft.Extensions.Time.Testing;

namespace HandoffBot.Tests.Telegram;

public sealed class RegisterWebhookTests
{
    private const string Token = "4242:stub";

    private static readonly (HttpStatusCode, string) Me = (
        HttpStatusCode.OK,
        """{"ok":true,"result":{"id":4242,"is_bot":true,"first_name":"H","username":"h_bot"}}"""
    );
    private static readonly (HttpStatusCode, string) Set = (HttpStatusCode.OK, """{"ok":true,"result":true}""");

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task Telegram_is_told_the_address_the_secret_and_the_kinds_and_keeps_what_waits()
    {
        using var telegram = new StubTelegram(Me, Set);
        await using var bot = await ListenAsync(telegram);
        await UntilAsync(() => bot.State.Now.IsSet);

        var asked = JsonSerializer.Deserialize<JsonElement>(telegram.Asked[1]);

        Assert.Equal("https://bot.example.com/telegram", asked.GetProperty("url").GetString());
        Assert.Equal(
            Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token), "webhook"u8)),
            asked.GetProperty("secret_token").GetString()
        );
        Assert.Equal(
            ["message", "edited_message", "channel_post", "callback_query", "my_chat_member", "chat_member"],
            asked.GetProperty("allowed_updates").EnumerateArray().Select(kind => kind.GetString())
        );
        Assert.False(asked.TryGetProperty("drop_pending_updates", out _));
        Assert.DoesNotContain(telegram.Asked, body => body.Contains("\"timeout\"", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Lines.All, line => line.Contains("4242:stub", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_that_is_not_taken_is_told_once_and_tried_until_it_is()
    {
        var refused = StubTelegram.Refusal(400, "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88");
        using var telegram = new StubTelegram(Me, refused, refused, refused, Set);
        await using var bot = await ListenAsync(telegram);

        await UntilAsync(() => telegram.Asked.Count >= 2 && bot.State.Now.Problem is not null);
        var problem = bot.State.Now.Problem;
        await UntilAsync(() => bot.State.Now.IsSet);

        Assert.Contains("only on ports 80, 88", problem);
        Assert.Contains("Public:Url", problem);
        Assert.Null(bot.State.Now.Problem);
        Assert.Equal(5, telegram.Asked.Count);
        Assert.Single(bot.Lines.All, line => line.Contains("does not take", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Lines.All, line => line.Contains(Secret(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_that_another_program_took_away_is_set_again()
    {
        using var telegram = new StubTelegram(Me, Set, Info(url: ""), Set, Info());
        await using var bot = await ListenAsync(telegram);

        await UntilAsync(() => telegram.Asked.Count >= 5);

        Assert.Equal(["", telegram.Asked[1], ""], telegram.Asked.Skip(2).Take(3));
        Assert.Null(bot.State.Now.Problem);
    }

    [Fact]
    public async Task What_Telegram_cannot_post_troubles_the_health_until_it_can()
    {
        var stuck = Info(waiting: 3, error: "Wrong response from the webhook: 502 Bad Gateway");
        var overcome = Info(error: "Wrong response from the webhook: 502 Bad Gateway");
        using var telegram = new StubTelegram(Me, Set, stuck, stuck, overcome);
        await using var bot = await ListenAsync(telegram);

        await UntilAsync(() => bot.State.Now.Problem is not null);
        var problem = bot.State.Now.Problem;
        await UntilAsync(() => bot.State.Now.Problem is null);

        Assert.Contains("https://bot.example.com/telegram (Wrong response from the webhook: 502 Bad Gateway)", problem);
        Assert.Single(
            bot.Lines.All,
            line => line.StartsWith("Warning: Telegram cannot post", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_old_error_of_Telegram_does_not_trouble_who_is_posted_to()
    {
        using var telegram = new StubTelegram(Me, Set, Info(waiting: 3, error: "Connection timed out"));
        await using var bot = await ListenAsync(telegram);
        await UntilAsync(() => bot.State.Now.IsSet);

        await UntilAsync(() =>
        {
            bot.State.Came(clock.GetUtcNow());
            return telegram.Asked.Count >= 5;
        });

        Assert.DoesNotContain(bot.Lines.All, line => line.StartsWith("Warning: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_posted_to_was_not_absent_because_Telegram_could_not_be_asked()
    {
        var down = StubTelegram.Refusal(502, "Bad Gateway");
        var downForMinutes = Enumerable.Repeat(down, 60).ToArray();
        using var telegram = new StubTelegram([Me, Set, .. downForMinutes, Info()]);
        await using var bot = await ListenAsync(telegram);
        await UntilAsync(() => bot.State.Now.Problem is not null);
        var began = clock.GetUtcNow();

        await UntilAsync(() => bot.State.Now.Problem is null);

        Assert.True(clock.GetUtcNow() - began > Hearing.PressesLast);
        Assert.Null(bot.Hearing.Missed);
        Assert.True(clock.GetUtcNow() - bot.Hearing.LastAt < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_webhook_that_cannot_be_set_troubles_the_health_and_not_the_intake()
    {
        await using var host = await RunningHost.StartAsync(
            "--Telegram:Updates=Webhook",
            "--Public:Url=http://127.0.0.1:1"
        );
        var telegram = await HealthAsync(host);
        await UntilAsync(async () => (telegram = await HealthAsync(host)).GetProperty("status").GetString() != "ok");

        using var ready = await host.GetAsync(host.Public + "/health/ready");

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("troubled", telegram.GetProperty("status").GetString());
        Assert.Contains("Telegram cannot be reached", telegram.GetProperty("words").GetString());
        Assert.Equal("never", telegram.GetProperty("data").GetProperty("lastHeardAt").GetString());
    }

    private static (HttpStatusCode, string) Info(
        string url = "https://bot.example.com/telegram",
        int waiting = 0,
        string error = ""
    ) =>
        (
            HttpStatusCode.OK,
            $$"""
            {"ok":true,"result":{"url":"{{url}}","has_custom_certificate":false,"pending_update_count":{{waiting}},
             "last_error_date":1794812400,"last_error_message":"{{error}}"} }
            """
        );

    private static string Secret() =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token), "webhook"u8));

    private static async Task<JsonElement> HealthAsync(RunningHost host) =>
        JsonSerializer
            .Deserialize<JsonElement>(await host.ReadAsync(host.Management + "/health"))
            .GetProperty("parts")
            .GetProperty("telegram");

    private Task<BotParts> ListenAsync(HttpMessageHandler telegram) =>
        new BotParts(Token, transport: telegram, clock: clock, webhookAt: "https://bot.example.com/").ListenAsync();

    private Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await isSo())
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }
}
