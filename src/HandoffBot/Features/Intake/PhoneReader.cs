using HandoffBot.Domain.Intake;
using PhoneNumbers;

namespace HandoffBot.Features.Intake;

/// <summary>Reads phones in any usual spelling; a number without a country is taken to be of the team's own.</summary>
internal static class PhoneReader
{
    /// <summary>The longest raw phone that is kept.</summary>
    public const int MaxRaw = 64;

    private const int MaxExtension = 16;

    /// <summary>Below this many digits there is nothing to call.</summary>
    private const int FewestDigits = 5;

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>Reads one field that should hold one phone.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="country">ISO 3166 code of the team's country, two letters.</param>
    public static PhoneReading Read(string? text, string country)
    {
        var clean = OutsideText.Line(text, MaxRaw);
        if (clean.Count(char.IsDigit) < FewestDigits)
        {
            return default;
        }

        var number = Parse(clean, country) ?? Parse(International(clean), country) ?? First(clean, country);
        return number is null
            ? new(null, clean)
            : new(Numbers.Format(number, PhoneNumberFormat.E164), null, ExtensionOf(number));
    }

    /// <summary>Every phone standing in a longer text, with the place it takes.</summary>
    public static IEnumerable<(int Start, int Length, string E164)> FindIn(string text, string country) =>
        Numbers
            .FindNumbers(text, country.ToUpperInvariant())
            .Select(m => (m.Start, m.RawString.Length, Numbers.Format(m.Number, PhoneNumberFormat.E164)));

    private static string? ExtensionOf(PhoneNumber number) =>
        number is { HasExtension: true, Extension: { Length: > 0 and <= MaxExtension } extension } ? extension : null;

    // Two phones in one field: the first is called.
    private static PhoneNumber? First(string text, string country) =>
        Numbers.FindNumbers(text, country.ToUpperInvariant()).FirstOrDefault()?.Number;

    // Forms drop the plus, and Russians dial 8 for their own country wherever they are.
    private static string International(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 11 && digits[0] == '8'
            ? "+7" + digits[1..]
            : "+" + (digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits);
    }

    private static PhoneNumber? Parse(string text, string country)
    {
        try
        {
            var number = Numbers.Parse(text, country.ToUpperInvariant());
            return Numbers.IsValidNumber(number) ? number : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
