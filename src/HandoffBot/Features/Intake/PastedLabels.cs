using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HandoffBot.Domain.Intake;

namespace HandoffBot.Features.Intake;

/// <summary>The labels people and forms put before a value, in both languages, spelled by <see cref="Latin"/>.</summary>
internal static partial class PastedLabels
{
    private static readonly FrozenDictionary<string, PastedField> Known = Labels(
        (PastedField.Name, "imja|fio|klient|kontaktnoe lico|zakazchik|name|full name|your name|client|customer"),
        (PastedField.Phone, "telefon|tel|tel.|nomer|mobilnyj|sotovyj|phone|phone number|mobile|number|cell"),
        (PastedField.Email, "pochta|el. pochta|elektronnaja pochta|email|e-mail|mail|imejl|mejl"),
        (PastedField.Messenger, "messendzher|telegram|telegramm|tg|vatsap|votsap|whatsapp|messenger|vk|viber|vajber"),
        (PastedField.Product, "produkt|tovar|usluga|interes|interesuet|zapros|product|service|interest|item"),
        (PastedField.City, "gorod|region|adres|city|town|location|region|address"),
        (
            PastedField.Message,
            "soobschenie|kommentarij|vopros|tekst|zajavka|opisanie|message|comment|comments|question|text|notes|note"
        )
    );

    /// <summary>Parts of a line, each from one known label to the next; what stands before the first has none.</summary>
    public static IEnumerable<(PastedField? Field, string Label, string Value)> Split(string line)
    {
        var labels = Candidates().Matches(line).Select(Label).Where(l => Known.ContainsKey(Latin.Of(l.Text))).ToList();
        var first = labels.Count == 0 ? line.Length : labels[0].Start;
        if (line[..first].Trim(' ', ',', ';') is { Length: > 0 } before)
        {
            yield return (null, "", before);
        }

        for (var i = 0; i < labels.Count; i++)
        {
            var end = i + 1 < labels.Count ? labels[i + 1].Start : line.Length;
            var value = line[labels[i].End..end].Trim(' ', ',', ';', '|');
            yield return (Known[Latin.Of(labels[i].Text)], labels[i].Text, value);
        }
    }

    private static (int Start, int End, string Text) Label(Match match)
    {
        var text = match.Groups["label"].Value;
        var last = text.LastIndexOf(' ') + 1;
        var start = Known.ContainsKey(Latin.Of(text)) ? 0 : last;
        return (match.Index + start, match.Index + match.Length, text[start..]);
    }

    private static FrozenDictionary<string, PastedField> Labels(params (PastedField Field, string Names)[] lists) =>
        lists
            .SelectMany(l => l.Names.Split('|').Select(n => (Name: n, l.Field)))
            .DistinctBy(l => l.Name)
            .ToFrozenDictionary(l => l.Name, l => l.Field);

    // A label is one or two words right before a colon; "E-mail" and "El. pochta" have marks of their own.
    [GeneratedRegex(
        @"(?<![\p{L}\d])(?<label>[\p{L}\-.]{2,20}(?: [\p{L}\-]{2,20})?)(?: ?[:=]| [\-\u2013\u2014](?= ))(?!//)"
    )]
    private static partial Regex Candidates();
}
