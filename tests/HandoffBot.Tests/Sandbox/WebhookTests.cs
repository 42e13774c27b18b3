namespace HandoffBot.Tests.Sandbox;

public sealed class WebhookTests : StageTest
{
    private Task<Reply> Set(string url, params (string, object)[] more) =>
        Stage.CallAsync("setWebhook", [("url", url), .. more]);

    [Theory]
    [InlineData("http://example.com/t", "", "bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData(
        "https://example.com:8080/t",
        "",
        "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
    )]
    [InlineData("https://10.0.0.1/t", "", "bad webhook: IP address 10.0.0.1 is reserved")]
    [InlineData("https://example.com/t", "a b", "secret token contains unallowed characters")]
    public async Task Wrong_webhook_is_refused(string url, string secret, string words)
    {
        Assert.Equal($"400 Bad Request: {words}", (await Set(url, ("secret_token", secret))).Verdict);
    }

    [Fact]
    public async Task Webhook_is_set_shown_and_deleted_once()
    {
        var set = await Set("https://example.com/t", ("allowed_updates", """["message"]"""));
        var again = await Set("https://example.com/t2");
        var info = await Stage.CallAsync("getWebhookInfo");
        World.Clock.Advance(TimeSpan.FromSeconds(1));
        var same = await Set("https://example.com/t");
        var deleted = await Stage.CallAsync("deleteWebhook");
        var deletedAgain = await Stage.CallAsync("deleteWebhook");

        Assert.Equal("200 Webhook was set", set.Verdict);
        Assert.Equal("429 Too Many Requests: retry after 1", again.Verdict);
        Assert.Equal("https://example.com/t", info.Result.GetProperty("url").GetString());
        Assert.Equal("message", info.Result.GetProperty("allowed_updates")[0].GetString());
        Assert.Equal("200 Webhook is already set", same.Verdict);
        Assert.Equal("200 Webhook was deleted", deleted.Verdict);
        Assert.Equal("200 Webhook is already deleted", deletedAgain.Verdict);
    }

    [Fact]
    public async Task Poll_and_webhook_exclude_each_other()
    {
        var poll = Stage.CallAsync("getUpdates", ("timeout", 50));
        await Stage.PollIsWaitingAsync();

        await Set("https://example.com/t");
        var ended = await poll;
        var refused = await Stage.CallAsync("getUpdates");

        Assert.Equal("409 Conflict: terminated by setWebhook request", ended.Verdict);
        Assert.Equal(
            "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            refused.Verdict
        );
    }

    [Fact]
    public async Task Pending_updates_stay_unless_they_are_dropped()
    {
        World.Say(Boris.Id, Boris.Id, "one");

        await Set("https://example.com/t");
        var kept = await Stage.CallAsync("getWebhookInfo");
        await Stage.CallAsync("deleteWebhook", ("drop_pending_updates", "true"));
        var dropped = await Stage.CallAsync("getWebhookInfo");

        Assert.Equal(1, kept.Result.GetProperty("pending_update_count").GetInt32());
        Assert.Equal(0, dropped.Result.GetProperty("pending_update_count").GetInt32());
    }
}
