using System.ComponentModel.DataAnnotations;
using HandoffBot.Settings;
using Microsoft.Extensions.Options;

namespace HandoffBot.Telegram;

/// <summary>Which bot this is, and where Telegram is found.</summary>
internal sealed class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>As BotFather gave it. Telegram refuses one longer than 80 characters or beginning with 0.</summary>
    [Required(ErrorMessage = "Telegram:Token is missing: get one from @BotFather.")]
    [RegularExpression(
        "^(?=.{1,80}$)[1-9][0-9]{0,18}:[A-Za-z0-9_-]+$",
        ErrorMessage = "Telegram:Token does not look like 123456:ABC-DEF…."
    )]
    public string Token { get; init; } = "";

    /// <summary>Scheme, host and port of another Bot API server; empty: Telegram's own.</summary>
    [RegularExpression(
        "^https?://[^/?#@]+/?$",
        ErrorMessage = "Telegram:BaseUrl must look like http://localhost:5081, without a path, or be empty."
    )]
    public string BaseUrl { get; init; } = "";

    /// <summary>Polling asks Telegram; with Webhook it posts to Public:Url, which must be https (plain http only to another Bot API server).</summary>
    [AllowedValues(UpdatesBy.Polling, UpdatesBy.Webhook, ErrorMessage = "Telegram:Updates must be Polling or Webhook.")]
    public UpdatesBy Updates { get; init; } = UpdatesBy.Polling;

    /// <summary>How long Telegram may keep a quiet poll open. It cuts anything above 50 s.</summary>
    [Between("Telegram:PollTimeout", "00:00:00", "00:00:50")]
    public TimeSpan PollTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a call that sends or changes something may take before its answer counts as lost.</summary>
    [Between("Telegram:CallTimeout", "00:00:10", "00:05:00")]
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an update may hold up the next poll before it is set aside to be finished alongside.</summary>
    [Between("Telegram:ParkAfter", "00:00:00.1", "00:01:00")]
    public TimeSpan ParkAfter { get; init; } = TimeSpan.FromSeconds(1);
}

[OptionsValidator]
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>;
