using System.Text;

namespace HandoffBot.Domain.Intake;

/// <summary>Runs of digits as a person dials them, whatever stands between the digits.</summary>
internal static class DigitRuns
{
    /// <summary>Puts <paramref name="mask"/> in place of every run of more digits than <paramref name="longestOpen"/>.</summary>
    public static string Hide(string text, int longestOpen, string mask)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            var (digits, end) = Measure(text, i);
            if (digits > longestOpen)
            {
                shown.Append(mask);
            }
            else
            {
                end = digits == 0 ? i + 1 : end;
                shown.Append(text, i, end - i);
            }

            i = end;
        }

        return shown.ToString();
    }

    private static (int Digits, int End) Measure(string text, int start)
    {
        var (digits, end) = (0, start);
        for (var i = start; i < text.Length; )
        {
            _ = Rune.TryGetRuneAt(text, i, out var rune);
            var isDigit = rune.Value != 0 && Rune.IsDigit(rune);
            if (!isDigit && (digits == 0 || !IsBetween(rune)))
            {
                break;
            }

            i += rune.Value == 0 ? 1 : rune.Utf16SequenceLength;
            (digits, end) = isDigit ? (digits + 1, i) : (digits, end);
        }

        return (digits, end);
    }

    private static bool IsBetween(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || rune.Value is '.' or '/' or '_' or '+' or '*' or 0xB7 or 0x2212
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.DashPunctuation
                or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.Format
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark;
}
