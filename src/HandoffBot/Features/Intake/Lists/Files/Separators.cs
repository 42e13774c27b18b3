namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>Finds out what stands between the cells of a text.</summary>
internal static class Separators
{
    private const string Known = ";,\t|";

    /// <summary>The first line of some spreadsheets' texts: <c>sep=;</c>.</summary>
    public static char? Named(string text) =>
        text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && Known.Contains(text[4])
            ? text[4]
            : null;

    /// <summary>The one that stands most often in the first line, outside of quotation marks.</summary>
    /// <param name="head">The beginning of the text.</param>
    public static char Of(string head)
    {
        var count = Known.ToDictionary(c => c, _ => 0);
        var quoted = false;
        foreach (var letter in head.TrimStart('\r', '\n', ' '))
        {
            quoted ^= letter == '"';
            if (!quoted && letter is '\n' or '\r')
            {
                break;
            }

            if (!quoted && count.TryGetValue(letter, out var before))
            {
                count[letter] = before + 1;
            }
        }

        return Known.MaxBy(c => count[c]);
    }
}
