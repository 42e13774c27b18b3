using HandoffBot.Telegram;
using HandoffBot.Telegram.Webhook;
using Microsoft.Extensions.Configuration;

namespace HandoffBot.Tests.Telegram;

public sealed class TelegramOptionsTests
{
    [Theory]
    [InlineData("", "Telegram:Token is missing: get one from @BotFather.")]
    [InlineData("banana", "Telegram:Token does not look like 123456:ABC-DEF….")]
    [InlineData("0123:abc", "Telegram:Token does not look like 123456:ABC-DEF….")]
    [InlineData("123:ab c", "Telegram:Token does not look like 123456:ABC-DEF….")]
    public void A_wrong_token_is_named_and_not_repeated(string token, string words)
    {
        var failure = FailureOf(new() { Token = token });

        Assert.Contains(words, failure);
        Assert.True(token.Length == 0 || !failure.Contains(token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("localhost:5081")]
    [InlineData("http://localhost:5081/bots")]
    [InlineData("ftp://example.org")]
    public void An_address_the_client_would_bend_is_refused(string address) =>
        Assert.Contains("Telegram:BaseUrl must look like", FailureOf(Good(address)));

    [Theory]
    [InlineData("", "", "Telegram:Updates=Webhook needs Public:Url, such as https://bot.example.com; it is empty.")]
    [InlineData("http://bot.example.com", "", "which must begin with https:// unless Telegram:BaseUrl is set")]
    [InlineData("http://bot.example.com", "http://localhost:5081", "")]
    [InlineData("https://bot.example.com", "", "")]
    public void A_webhook_needs_an_address_that_Telegram_posts_to(string url, string telegram, string words)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Public:Url"] = url })
            .Build();
        var options = new TelegramOptions { BaseUrl = telegram, Updates = UpdatesBy.Webhook };

        var answer = new WebhookRule(settings).Validate(null, options);

        Assert.Equal(words.Length > 0, answer.Failed);
        Assert.Contains(words, answer.FailureMessage ?? "");
    }

    [Fact]
    public void A_poll_longer_than_Telegram_allows_is_refused() =>
        Assert.Contains(
            "Telegram:PollTimeout must be 00:00:00 to 00:00:50, was 00:01:00.",
            FailureOf(new() { Token = "123456:ABC-DEF", PollTimeout = TimeSpan.FromMinutes(1) })
        );

    [Theory]
    [InlineData("")]
    [InlineData("http://localhost:5081")]
    [InlineData("https://bots.example.org/")]
    public void The_usual_settings_pass(string address) =>
        Assert.True(new TelegramOptionsValidator().Validate(null, Good(address)).Succeeded);

    private static TelegramOptions Good(string address) => new() { Token = "123456:ABC-DEF", BaseUrl = address };

    private static string FailureOf(TelegramOptions options) =>
        new TelegramOptionsValidator().Validate(null, options).FailureMessage ?? "";
}
