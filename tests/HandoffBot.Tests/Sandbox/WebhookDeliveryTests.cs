using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Sandbox;

public sealed class WebhookDeliveryTests : StageTest
{
    [Fact]
    public async Task Update_is_delivered_with_the_secret_and_again_after_a_failure()
    {
        var seen = new ConcurrentQueue<string>();
        var statuses = new ConcurrentQueue<int>([500, 500, 200, 200]);
        var second = new TaskCompletionSource();
        var both = new TaskCompletionSource();
        await using var hook = await HookAsync(async http =>
        {
            using var update = await JsonDocument.ParseAsync(http.Request.Body);
            var text = update.RootElement.GetProperty("message").GetProperty("text").GetString();
            http.Response.StatusCode = statuses.TryDequeue(out var status) ? status : 200;
            seen.Enqueue(
                $"{http.Request.Headers["X-Telegram-Bot-Api-Secret-Token"]} {text} {http.Response.StatusCode}"
            );
            (
                seen.Count == 2 ? second
                : seen.Count == 4 ? both
                : null
            )?.TrySetResult();
        });
        World.AllowsPlainWebhooks = true;
        await Stage.CallAsync("setWebhook", ("url", hook.Urls.First()), ("secret_token", "s-1"));

        World.Say(Boris.Id, Boris.Id, "one");
        World.Say(Boris.Id, Boris.Id, "two");
        await second.Task.WaitAsync(TimeSpan.FromSeconds(5));
        await World.WaitForAsync(view => view.Bots[Stage.Bot.Id].WebhookError is not null, TimeSpan.FromSeconds(5));
        World.Clock.Advance(TimeSpan.FromSeconds(10));
        await both.Task.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(["s-1 one 500", "s-1 one 500", "s-1 one 200", "s-1 two 200"], seen);
        var info = await Stage.CallAsync("getWebhookInfo");
        Assert.Equal("Wrong response from the webhook: 500", info.Result.GetProperty("last_error_message").GetString());
    }

    private static async Task<WebApplication> HookAsync(RequestDelegate handle)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Clear();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(handle);
        await app.StartAsync();
        return app;
    }
}
