using System.Text;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>
/// The words by which columns are known in both languages, spelled by <see cref="Latin"/>. A word of a title need only begin so; of
/// several that fit the longest counts. One without a field is known to be none of them.
/// </summary>
internal static class ColumnWords
{
    /// <summary>So short a word must stand there as it is: <c>id</c> begins many others.</summary>
    private const int Whole = 3;

    private static readonly (string[] Words, ListField? Field)[] Known =
    [
        .. Of(
            ListField.Phone,
            "telefon|tel|phone|telephone|mob|mobil|sotov|cell|nomer telefona|kontaktnyj nomer|tel nomer"
        ),
        .. Of(ListField.Email, "email|e mail|mail|pochta|el pochta|elektronn|imejl|mejl|emejl"),
        .. Of(
            ListField.Messenger,
            "telegram|tg|whatsapp|whats app|vatsap|votsap|messendzher|messenger|viber|vajber|vk|vkontakte"
        ),
        .. Of(
            ListField.Name,
            "imja|fio|familija|otchestvo|name|first name|last name|surname|kontakt|contact|klient|client|customer|zakazchik|uchastnik|participant|attendee|posetitel|visitor"
        ),
        .. Of(
            ListField.Message,
            "kommentarij|kommentarii|soobschenie|vopros|primechan|opisanie|zametk|comment|message|note|question|text|tekst|otvet"
        ),
        .. Of(ListField.Product, "produkt|tovar|uslug|interes|zapros|product|service|item|interest"),
        .. Of(ListField.City, "gorod|region|naselennyj punkt|city|town|region"),
        .. Of(
            ListField.Campaign,
            "kampanija|campaign|utm campaign|akcija|meroprijatie|vystavka|vebinar|event|webinar|exhibition"
        ),
        .. Of(
            ListField.ExternalId,
            "id|external id|externalid|source id|lead id|customer id|client id|contact id|id klienta|id lida|id zajavki|id kontakta|nomer zajavki|nomer lida|vneshnij id"
        ),
        .. Of(
            null,
            "kompanija|organizacija|firma|company|organization|organisation|dolzhnost|position|job|menedzher|manager|otvetstvenn|owner|istochnik|source|status|data|date|vremja|time|summa|amount|utm source|utm medium|utm content|utm term|user agent|telefon kompanii|company phone"
        ),
    ];

    /// <summary>What a column with that title is; null: nothing that a lead has a place for.</summary>
    public static ListField? FieldOf(string title)
    {
        var words = Words(title);
        return Known
            .Where(k => Stand(k.Words, words))
            .OrderByDescending(k => k.Words.Sum(w => w.Length))
            .Select(k => k.Field)
            .FirstOrDefault();
    }

    private static bool Stand(string[] known, string[] words) =>
        Enumerable
            .Range(0, Math.Max(0, words.Length - known.Length + 1))
            .Any(at => known.Select((k, i) => Fits(k, words[at + i])).All(fits => fits));

    private static bool Fits(string known, string word) =>
        known.Length <= Whole ? word == known : word.StartsWith(known, StringComparison.Ordinal);

    private static string[] Words(string title)
    {
        var plain = new StringBuilder();
        foreach (var letter in Latin.Of(title))
        {
            plain.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static IEnumerable<(string[] Words, ListField? Field)> Of(ListField? field, string words) =>
        words.Split('|').Select(w => (w.Split(' '), field));
}
