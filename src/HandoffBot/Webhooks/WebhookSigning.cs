using System.Security.Cryptography;
using System.Text;

namespace HandoffBot.Webhooks;

/// <summary>Signs as the Standard Webhooks specification says: HMAC-SHA256 of id, time and body, joined by dots.</summary>
internal static class WebhookSigning
{
    public const string IdHeader = "webhook-id";

    /// <summary>Holds the time of the try, in Unix seconds.</summary>
    public const string TimeHeader = "webhook-timestamp";

    /// <summary>Holds <c>v1,</c> and the signature in base64, once for each secret, with spaces between.</summary>
    public const string Header = "webhook-signature";

    private const string Prefix = "whsec_";

    /// <summary>32 random bytes; the specification asks for 24 to 64.</summary>
    public static string MintSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>What stands in <see cref="Header"/>.</summary>
    public static string Sign(IReadOnlyList<string> secrets, string id, long time, ReadOnlySpan<byte> body)
    {
        var signatures = new List<string>();
        foreach (var secret in secrets)
        {
            signatures.Add(Sign(secret, id, time, body));
        }

        return string.Join(' ', signatures);
    }

    private static string Sign(string secret, string id, long time, ReadOnlySpan<byte> body)
    {
        var key = Convert.FromBase64String(secret[Prefix.Length..]);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{time}.")));
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
