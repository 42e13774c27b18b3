using System.Text.RegularExpressions;
using HandoffBot.Domain.Intake;

namespace HandoffBot.Features.Intake;

/// <summary>Reads e-mail addresses; sane ones only, quoted local parts and bare hosts are refused.</summary>
internal static partial class EmailReader
{
    /// <summary>The longest address that mail takes (RFC 5321).</summary>
    public const int MaxLength = 254;

    private const int MaxLocal = 64;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The address, or null when the text is none.</summary>
    public static EmailReading? Read(string? text)
    {
        var clean = OutsideText.Line(text, MaxLength + 32);
        var bare = Scheme().Replace(clean, "").TrimEnd('>', ' ', '.', ',', ';');
        var at = bare.LastIndexOf('@');
        if (at is < 1 or > MaxLocal || bare.Length > MaxLength || !Local().IsMatch(bare[..at]))
        {
            return null;
        }

        var (local, host) = (bare[..at], bare[(at + 1)..].ToLowerInvariant());
        return Ascii(host) is { } ascii
            ? new EmailReading($"{local}@{host}", $"{local.ToLowerInvariant()}@{ascii}")
            : null;
    }

    /// <summary>The first address standing in a longer text, with the place it takes.</summary>
    public static (int Start, int Length, EmailReading Email)? FindIn(string text) =>
        Candidates()
            .Matches(text)
            .Select(m => (m.Index, m.Length, Email: Read(m.Value)))
            .Where(m => m.Email is not null)
            .Select(m => ((int, int, EmailReading)?)(m.Index, m.Length, m.Email!.Value))
            .FirstOrDefault();

    private static string? Ascii(string host)
    {
        try
        {
            var ascii = Idn.GetAscii(host).ToLowerInvariant();
            return Host().IsMatch(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[< ]*(?:mailto:)?", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~\-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~\-]+)*$")]
    private static partial Regex Local();

    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9\-]{0,61}[a-z0-9]$")]
    private static partial Regex Host();

    [GeneratedRegex(@"(?<![^\s<>()\[\],;:""])[^\s<>()\[\],;:""@]{1,64}@[^\s<>()\[\],;:""@]{1,253}")]
    private static partial Regex Candidates();
}
