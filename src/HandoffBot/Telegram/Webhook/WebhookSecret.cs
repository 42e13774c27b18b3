using System.Security.Cryptography;
using System.Text;
using HandoffBot.Chat;

namespace HandoffBot.Telegram.Webhook;

/// <summary>The word by which a post is known to be Telegram's.</summary>
internal sealed class WebhookSecret
{
    public const string Header = "X-Telegram-Bot-Api-Secret-Token";

    private readonly byte[] digest;

    public WebhookSecret(BotSecret bot)
    {
        Value = bot.SignWhole("webhook");
        digest = DigestOf(Value);
    }

    public string Value { get; }

    /// <summary>Digests are compared: neither a common beginning nor the length shows in the time it takes.</summary>
    public bool Opens(string given) => CryptographicOperations.FixedTimeEquals(DigestOf(given), digest);

    private static byte[] DigestOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
