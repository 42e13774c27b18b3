using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HandoffBot.Chat;

/// <summary>What only this bot knows: its token, used to sign and never shown.</summary>
internal sealed class BotSecret(string token)
{
    private const int Length = 16;

    /// <summary>The bot's own number, with which its token begins; no secret.</summary>
    public string BotNumber { get; } = token.Split(':')[0];

    /// <summary>Base64url of the first 16 bytes of HMAC-SHA256 under the token: 22 characters.</summary>
    public string Sign(string text) => Base64Url.EncodeToString(Hash(text).AsSpan(0, Length));

    /// <summary>Base64url of the whole HMAC-SHA256 under the token: 43 characters.</summary>
    public string SignWhole(string text) => Base64Url.EncodeToString(Hash(text));

    private byte[] Hash(string text) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text));
}
