using System.Text;

namespace HandoffBot.Domain.Intake;

/// <summary>Text from outside, made fit to be stored and shown.</summary>
internal static class OutsideText
{
    private const char IsolateStart = '\u2068';
    private const char IsolateEnd = '\u2069';
    private const string Ellipsis = "\u2026";
    private static readonly char[] Loose = [.. " \n\t,.;:-\u2013\u2014(\u00AB\u201C\u00A0"];

    /// <summary>
    /// One clean line of at most <paramref name="maxLength"/> UTF-16 units, cut between text elements; "" when nothing is
    /// left.
    /// </summary>
    public static string Line(string? text, int maxLength)
    {
        if (text is not null && IsFine(text, maxLength))
        {
            return text;
        }

        var line = new StringBuilder();
        foreach (var letter in Readable(text))
        {
            if (!char.IsWhiteSpace(letter))
            {
                line.Append(letter);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return Bound(line.ToString(), maxLength).TrimEnd();
    }

    /// <summary>As <see cref="Line"/>, but lines stay lines, with one empty line between paragraphs at most.</summary>
    public static string Lines(string? text, int maxLength)
    {
        if (text is not null && IsFine(text, maxLength))
        {
            return text;
        }

        var lines = Readable(text?.ReplaceLineEndings("\n")).Split('\n').Select(l => Line(l, maxLength));
        var kept = new List<string>();
        foreach (var line in lines)
        {
            if (line.Length > 0 || (kept.Count > 0 && kept[^1].Length > 0))
            {
                kept.Add(line);
            }
        }

        return Bound(string.Join('\n', kept), maxLength).TrimEnd();
    }

    /// <summary>
    /// At most that many text elements, the ellipsis included, cut at a word where one ends in the second half.
    /// </summary>
    public static string Cut(string text, int maxElements)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxElements, 1);
        var (length, kept) = (0, 0);
        for (var count = 0; length < text.Length; count++)
        {
            if (count == maxElements)
            {
                return AtWord(text, kept) + Ellipsis;
            }

            length += StringInfo.GetNextTextElementLength(text, length);
            kept = count < maxElements - 1 ? length : kept;
        }

        return text;
    }

    /// <summary>Keeps the direction of a foreign script inside itself when shown in the middle of a message.</summary>
    public static string Isolate(string text) => text.Length == 0 ? text : $"{IsolateStart}{text}{IsolateEnd}";

    private static string AtWord(string text, int end)
    {
        var head = text[..end];
        if (!char.IsWhiteSpace(text[end]))
        {
            var space = head.LastIndexOfAny([' ', '\n', '\u00A0']);
            head = space > end / 2 ? head[..space] : head;
        }

        return head.TrimEnd(Loose);
    }

    private static string Bound(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        var length = 0;
        for (var next = 0; length + next <= maxLength; next = StringInfo.GetNextTextElementLength(text, length))
        {
            length += next;
        }

        return text[..length];
    }

    /// <summary>Nearly every text is: short, of common letters, with single spaces between words. It is not copied three times over.</summary>
    private static bool IsFine(string text, int maxLength)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            // Nothing in these ranges is a space, a control or invisible; emoji take the long way.
            var isSeen = letter is (>= '!' and <= '~') or (>= '\u00A1' and < '\u1680' and not '\u00AD');
            if (!isSeen && (letter != ' ' || before == ' '))
            {
                return false;
            }

            before = letter;
        }

        return before != ' ' && text.Length <= maxLength;
    }

    private static string Readable(string? text)
    {
        var readable = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            // EnumerateRunes hands out U+FFFD for a lone surrogate.
            if (rune.Value is '\n' or '\t' or 0x85 or 0x2028 or 0x2029)
            {
                readable.Append(rune.Value == '\t' ? ' ' : '\n');
            }
            else if (rune != Rune.ReplacementChar && !Rune.IsControl(rune) && !IsInvisible(rune.Value))
            {
                readable.Append(rune);
            }
        }

        return readable.ToString();
    }

    // Joiners stay: emoji and Persian need them. Directional overrides, isolates and invisible spaces only deceive.
    private static bool IsInvisible(int value) =>
        value
            is 0xAD
                or 0x180E
                or 0x200B
                or 0xFEFF
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or (>= 0xFFF9 and <= 0xFFFB)
                or (>= 0xFFFE and <= 0xFFFF);
}
