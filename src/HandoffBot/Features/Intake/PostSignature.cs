using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Intake;

/// <summary>What a source that can signs its posts with: HMAC-SHA256 of the time, a dot and the body, under a secret that is never sent.</summary>
internal static class PostSignature
{
    /// <summary>Holds the time of signing, in Unix seconds.</summary>
    public const string TimeHeader = "X-Handoff-Timestamp";

    /// <summary>Holds the signature, in 64 hex digits of either case.</summary>
    public const string Header = "X-Handoff-Signature";

    /// <summary>How far the sender's clock may be off, either way: 300 seconds.</summary>
    public static readonly TimeSpan MayDiffer = TimeSpan.FromSeconds(300);

    private const string Prefix = "hs_";

    public static string MintSecret() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>As a sender makes it, in lower-case hex.</summary>
    public static string Sign(string secret, string time, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(Compute(secret, time, body));

    /// <summary>Whether the source takes a post with these headers: signed well, or not at all where it need not be.</summary>
    public static bool IsGood(IHeaderDictionary headers, ReadOnlySpan<byte> body, Source source, DateTimeOffset now)
    {
        var (time, signature) = (headers[TimeHeader].ToString(), headers[Header].ToString());
        if (source.SigningSecret is null || (time.Length == 0 && signature.Length == 0))
        {
            return !source.MustSign;
        }

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!IsNear(time, now) || !IsRead(signature, given))
        {
            return false;
        }

        var isGood = false;
        foreach (var secret in source.Secrets(now))
        {
            isGood |= CryptographicOperations.FixedTimeEquals(given, Compute(secret, time, body));
        }

        return isGood;
    }

    private static bool IsNear(string time, DateTimeOffset now) =>
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs((decimal)seconds - now.ToUnixTimeSeconds()) <= (decimal)MayDiffer.TotalSeconds;

    private static bool IsRead(string hex, Span<byte> bytes) =>
        Convert.FromHexString(hex, bytes, out var read, out var written) is OperationStatus.Done
        && read == hex.Length
        && written == bytes.Length;

    private static byte[] Compute(string secret, string time, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(time));
        hmac.AppendData("."u8);
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }
}
