using System.Text;
using System.Text.RegularExpressions;

namespace HandoffBot.Domain.Intake;

/// <summary>What of a customer a group may see before the lead is taken.</summary>
internal static partial class ContactMask
{
    private const string Hidden = "\u2022\u2022\u2022";
    private const string HiddenDigits = "\u00B7\u00B7\u00B7";
    private const int LongestOpenRun = 5;
    private const int LongestNoPhone = 8;

    private const string Edge = @"\s<>()\[\]{},;""\u00AB\u00BB\u201C\u201D";

    private const string Domains =
        "com|net|org|info|biz|ru|su|me|io|co|by|kz|ua|uz|kg|am|ge|az|de|uk|eu|fr|it|es|pl|tr|cn|in|us|app|dev|online|site|shop"
        + "|store|pro|tv|cc|ly|gl|link|page|xyz|club|top|tel|chat|im|\u0440\u0444|xn--p1ai";

    /// <summary>First name and the initial of the surname; a company in quotation marks keeps its name.</summary>
    public static string Name(string? name)
    {
        var masked = Text(name ?? "");
        var words = masked.Split(' ').Where(w => w.EnumerateRunes().Any(Rune.IsLetter)).ToList();
        if (words.Count < 2 || masked.AsSpan().IndexOfAny("\"\u00AB\u201C\u201E") >= 0)
        {
            return masked;
        }

        if (words.Skip(1).All(IsInitial))
        {
            return $"{Initial(words[1])} {Initial(words[0])}";
        }

        // Surname first is how forms are filled: only the patronymic at the end gives it away.
        var surnameFirst = words.Count > 2 && IsPatronymic(words[^1]);
        return surnameFirst ? $"{words[1]} {Initial(words[0])}" : $"{words[0]} {Initial(words[^1])}";
    }

    /// <summary>The first letter alone, <c>A.</c>; nothing where there is no letter.</summary>
    public static string FirstLetter(string? name)
    {
        var word = Array.Find(Text(name ?? "").Split(' '), w => w.EnumerateRunes().Any(Rune.IsLetter));
        return word is null ? "" : Initial(word);
    }

    /// <summary>The last four digits, <c>··· 12-34</c>; no digit of a number shorter than six.</summary>
    public static string Phone(string phone)
    {
        var digits = phone.Where(char.IsDigit).ToArray();
        return digits.Length > LongestOpenRun
            ? $"{HiddenDigits} {new string(digits[^4..^2])}-{new string(digits[^2..])}"
            : HiddenDigits;
    }

    /// <summary><c>a•••@mail.ru</c>.</summary>
    public static string Email(string email)
    {
        var at = email.LastIndexOf('@');
        return at > 0 ? FirstElement(email) + Hidden + email[at..] : Hidden;
    }

    /// <summary>
    /// Any text from outside without ways to reach its writer: runs of six digits and more (spaces, dashes, brackets and
    /// dots between them don't count), e-mails, @names, links.
    /// </summary>
    public static string Text(string text)
    {
        var open = DigitRuns.Hide(text, LongestOpenRun, Hidden);
        open = Links().Replace(open, Hidden);
        open = Spaced().Replace(open, Hidden);
        return Names().Replace(open, Hidden);
    }

    /// <summary>Whether somebody's phone stands in it: nine digits and more, however they are grouped.</summary>
    public static bool HasPhone(string text) => DigitRuns.Hide(text, LongestNoPhone, Hidden) != text;

    /// <summary>Masked, cut at a word within that many text elements, isolated from the direction of what stands around.</summary>
    public static string ForGroup(string text, int maxElements) =>
        OutsideText.Isolate(OutsideText.Cut(Text(text), maxElements));

    private static string Initial(string word)
    {
        var before = word.EnumerateRunes().TakeWhile(r => !Rune.IsLetter(r)).Sum(r => r.Utf16SequenceLength);
        return FirstElement(word[before..]).ToUpperInvariant() + ".";
    }

    private static string FirstElement(string text) => text[..StringInfo.GetNextTextElementLength(text)];

    private static bool IsInitial(string word) =>
        word.EnumerateRunes().Count(Rune.IsLetter) == 1 || Initials().IsMatch(word);

    private static bool IsPatronymic(string word) => Patronymic().IsMatch(Latin.Of(word));

    [GeneratedRegex(@"^(?:\p{L}\.)+$")]
    private static partial Regex Initials();

    [GeneratedRegex("(?:vich|vna|chna|ich|ogly|kyzy)$")]
    private static partial Regex Patronymic();

    [GeneratedRegex(
        @"(?<!\w)(?:(?:[a-z][a-z0-9+.\-]{1,20}://|www\.|t\.me/)[^\s]+"
            + @"|(?:[\w\-]{1,63}\.){1,6}(?:"
            + Domains
            + @")(?![\w@])(?:[/?\#:][^\s]*)?(?!@))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Links();

    [GeneratedRegex("(?<![^" + Edge + "])[^" + Edge + @"]+[ \u00A0]{1,3}[@\uFF20][ \u00A0]{1,3}[^" + Edge + "]+")]
    private static partial Regex Spaced();

    [GeneratedRegex("(?<![^" + Edge + "])[^" + Edge + @"@\uFF20]*[@\uFF20][^" + Edge + "]*")]
    private static partial Regex Names();
}
