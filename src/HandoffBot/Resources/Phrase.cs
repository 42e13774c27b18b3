using System.Text;
using HandoffBot.Domain.Team;

namespace HandoffBot.Resources;

/// <summary>
/// Fills a text: <c>{0}</c> is a value, <c>{0:N1}</c> a value in a format, <c>{0:lead|leads}</c> the form of a word that
/// fits the number. <c>{{</c> and <c>}}</c> are braces.
/// </summary>
internal static class Phrase
{
    public static string Fill(string text, Language language, Func<object?, string?, string> show, object?[] values)
    {
        var filled = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                filled.Append(text[i++]);
            }
            else if (text[i] == '{')
            {
                var end = text.IndexOf('}', i);
                filled.Append(Hole(text, end < 0 ? "" : text[(i + 1)..end], language, show, values));
                i = end;
            }
            else
            {
                filled.Append(text[i]);
            }
        }

        return filled.ToString();
    }

    private static string Hole(
        string text,
        string hole,
        Language language,
        Func<object?, string?, string> show,
        object?[] values
    )
    {
        var (number, format) = hole.Split(':', 2) is [var n, var f] ? (n, f) : (hole, null);
        if (
            !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            || place >= values.Length
        )
        {
            throw new FormatException($"'{{{hole}}}' in '{text}' has no value; {values.Length} given.");
        }

        return format is not null && format.Contains('|')
            ? Form(text, format.Split('|'), values[place], language)
            : show(values[place], format);
    }

    private static string Form(string text, string[] forms, object? value, Language language) =>
        forms.Length == Plural.FormsOf(language)
            ? forms[Plural.Form(Convert.ToDecimal(value, CultureInfo.InvariantCulture), language)]
            : throw new FormatException($"'{text}' needs {Plural.FormsOf(language)} forms in {language}.");
}
