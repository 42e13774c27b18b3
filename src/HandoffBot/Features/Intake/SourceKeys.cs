using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HandoffBot.Features.Intake;

/// <summary>The keys programs send leads with. Only their hashes are kept.</summary>
internal static class SourceKeys
{
    /// <summary>How long the key before the last one stays good: 24 hours.</summary>
    public static readonly TimeSpan OldKeyLives = TimeSpan.FromHours(24);

    /// <summary>Longer than any key: nothing beyond is worth hashing.</summary>
    public const int MaxLength = 256;

    private const string Prefix = "hb_";

    public static string Mint() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    /// <summary>What stands in the address of a source's web form.</summary>
    public static string MintFormKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));

    /// <summary>SHA-256 in lower-case hex: a key is random enough to need no salt.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
