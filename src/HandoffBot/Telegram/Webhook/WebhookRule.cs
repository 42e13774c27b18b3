using HandoffBot.Http;
using Microsoft.Extensions.Options;

namespace HandoffBot.Telegram.Webhook;

/// <summary>Telegram posts to https only; another Bot API server may stand beside the bot and need none.</summary>
internal sealed class WebhookRule(IConfiguration settings) : IValidateOptions<TelegramOptions>
{
    private const string Needs = "Telegram:Updates=Webhook needs Public:Url, ";

    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        // Not by its options: a Public:Url of the wrong form would be told twice.
        var url = settings[$"{PublicOptions.Section}:{nameof(PublicOptions.Url)}"] ?? "";
        return options.Updates is not UpdatesBy.Webhook ? ValidateOptionsResult.Success
            : url.Length == 0 ? Wrong("such as https://bot.example.com; it is empty.")
            : IsPlain(url) && options.BaseUrl.Length == 0
                ? Wrong($"which must begin with https:// unless Telegram:BaseUrl is set, was \"{url}\".")
            : ValidateOptionsResult.Success;
    }

    private static bool IsPlain(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp;

    private static ValidateOptionsResult Wrong(string words) => ValidateOptionsResult.Fail(Needs + words);
}
