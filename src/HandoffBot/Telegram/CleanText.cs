using System.Text;

namespace HandoffBot.Telegram;

/// <summary>Makes any string fit for JSON and a length that Telegram takes.</summary>
internal static class CleanText
{
    /// <summary>Lone surrogates become U+FFFD, NUL goes, the rest stays.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    /// <summary>Clean, and no longer than <paramref name="max"/> UTF-16 units, an ellipsis included where it was cut.</summary>
    public static string Of(string text, int max)
    {
        var clean = Of(text);
        return clean.Length <= max ? clean : Cut(clean, max - 1) + '…';
    }

    /// <summary>The first <paramref name="max"/> UTF-16 units, one less rather than half a character.</summary>
    public static string Cut(string text, int max)
    {
        var end = Math.Clamp(max, 0, text.Length);
        return end > 0 && end < text.Length && char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end];
    }
}
