using System.Text.RegularExpressions;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Forgetting;

/// <summary>Finds people in free text, by phone however it is spelt, e-mail and account.</summary>
internal sealed partial class PersonTrace
{
    /// <summary>The end of a whole phone: before it people write 8, 0 or the country.</summary>
    private const int PhoneEnd = 9;

    private readonly HashSet<string> phoneEnds = [];
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    public PersonTrace(IEnumerable<ContactKey> people)
    {
        foreach (var (kind, value) in people)
        {
            var digits = string.Concat(value.Where(char.IsAsciiDigit));
            if (kind is ContactKeyKind.Email or ContactKeyKind.Messenger)
            {
                names.Add(value);
            }
            else if (digits.Length >= PhoneEnd)
            {
                phoneEnds.Add(digits[^PhoneEnd..]);
            }
        }
    }

    public bool IsIn(string? text) => text is not null && (HasPhone(text) || HasName(text));

    private bool HasPhone(string text)
    {
        if (phoneEnds.Count == 0)
        {
            return false;
        }

        var ends = phoneEnds.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> last = stackalloc char[PhoneEnd];
        var count = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                last[1..].CopyTo(last);
                last[^1] = letter;
                if (++count >= PhoneEnd && ends.Contains(last))
                {
                    return true;
                }
            }
            else if (!" \u00A0-()./+\u2011\u2013".Contains(letter))
            {
                count = 0;
            }
        }

        return false;
    }

    private bool HasName(string text) =>
        names.Count > 0 && Named().Matches(text).Any(m => IsName(m.Value.TrimEnd('.')));

    private bool IsName(string name) =>
        names.Contains(name) || names.Contains("@" + name[(name.LastIndexOfAny(['@', '/']) + 1)..]);

    [GeneratedRegex(@"[^\s""<>,;:()\\@/]*(?:@|t\.me/)[^\s""<>,;:()\\@/]+", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
