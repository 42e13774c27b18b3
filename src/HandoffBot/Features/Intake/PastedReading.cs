using System.Text.RegularExpressions;
using HandoffBot.Domain.Intake;

namespace HandoffBot.Features.Intake;

/// <summary>What has been understood of a pasted text so far; the first of two wins, the second joins the message.</summary>
internal sealed partial class PastedReading(string country, CityNames cities)
{
    private const int MaxField = 200;

    private readonly List<string> message = [];
    private PastedFields fields = new();
    private bool inMessage;

    public PastedFields Fields() => fields with { Message = message.Count == 0 ? null : string.Join('\n', message) };

    public void Take(PastedField? field, string label, string value)
    {
        inMessage = field == PastedField.Message || (field is null && inMessage);
        if (inMessage)
        {
            message.AddRange(value.Length > 0 ? [value] : []);
        }
        else if (value.Length > 0 && (field is not { } known || !Keep(known, label, value)))
        {
            Find(label.Length > 0 ? $"{label}: {value}" : value);
        }
    }

    // A field said twice, or one that cannot be read, is read as if it had no label.
    private bool Keep(PastedField field, string label, string value)
    {
        var before = fields;
        var cut = OutsideText.Line(value, MaxField);
        fields = field switch
        {
            PastedField.Name => fields with { Name = fields.Name ?? cut },
            PastedField.Product => fields with { Product = fields.Product ?? cut },
            PastedField.City => fields with { City = fields.City ?? cut },
            PastedField.Email => fields with { Email = fields.Email ?? EmailReader.Read(value) },
            PastedField.Phone when fields.Phone.E164 is null => fields with { Phone = Better(value) },
            PastedField.Messenger => fields with { Messenger = fields.Messenger ?? Messenger(label, value) },
            _ => fields,
        };
        return fields != before;
    }

    private PhoneReading Better(string value) =>
        PhoneReader.Read(value, country) is { IsNone: false } phone ? phone : fields.Phone;

    private MessengerReading? Messenger(string label, string value)
    {
        var named = MessengerReader.Read($"{label} {value}", country);
        return named is { Kind: not MessengerKind.Other } ? named : MessengerReader.Read(value, country);
    }

    private void Find(string line)
    {
        var isFirst = message.Count == 0 && fields == new PastedFields();
        var rest = FindEmail(line);
        rest = FindMessenger(rest);
        rest = FindPhone(rest);
        var pieces = rest == line && line.Contains(' ') && LooksLikeName(line) ? [line] : Pieces(rest);
        if (fields.Name is null && NameAmong(pieces, isFirst ? Pieces(line) : []) is { } name)
        {
            fields = fields with { Name = OutsideText.Line(name, MaxField) };
            rest = string.Join(", ", pieces.Where(p => p != name));
        }

        if (rest.Any(char.IsLetterOrDigit))
        {
            message.Add(rest.Trim(' ', ',', ';'));
        }
    }

    // Some people are called as cities are: a known one is a name where names stand, first and before the contact.
    private string? NameAmong(string[] pieces, string[] start)
    {
        var like = pieces.Where(LooksLikeName).ToList();
        var first = like.Find(p => start.Length > 0 && start[0].StartsWith(p, StringComparison.Ordinal));
        var isBeforeContact = first is not null && start.Length > 1 && !pieces.Contains(start[1]);
        return isBeforeContact ? first : like.Find(p => cities.Known(p) is null) ?? first;
    }

    private string FindEmail(string line)
    {
        if (fields.Email is not null || EmailReader.FindIn(line) is not { } found)
        {
            return line;
        }

        fields = fields with { Email = found.Email };
        return Without(line, found.Start, found.Length);
    }

    private string FindMessenger(string line)
    {
        if (fields.Messenger is not null || MessengerReader.FindIn(line, country) is not { } found)
        {
            return line;
        }

        fields = fields with { Messenger = found.Messenger };
        return Without(line, found.Start, found.Length);
    }

    private string FindPhone(string line)
    {
        var found = PhoneReader.FindIn(line, country).FirstOrDefault();
        if (fields.Phone.E164 is null && found.E164 is not null)
        {
            fields = fields with { Phone = new(found.E164, null) };
            return Without(line, found.Start, found.Length);
        }

        if (!fields.Phone.IsNone || !OnlyDigits().IsMatch(line))
        {
            return line;
        }

        fields = fields with { Phone = PhoneReader.Read(line, country) };
        return fields.Phone.IsNone ? line : "";
    }

    private static string[] Pieces(string text) =>
        text.Split([',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Without(string line, int start, int length) =>
        (line[..start].TrimEnd(' ', ',', ';') + ", " + line[(start + length)..].TrimStart(' ', ',', ';', '.')).Trim(
            ' ',
            ','
        );

    /// <summary>One to three capitalised words: what a name looks like when nothing says so.</summary>
    private static bool LooksLikeName(string text) => Name().IsMatch(text) && !Greeting().IsMatch(Latin.Of(text));

    [GeneratedRegex(
        @"^\p{Lu}[\p{L}'\u2019]*(?:-\p{Lu}\p{L}+)?(?: \p{Lu}[\p{L}'\u2019]*\.?(?:-?\p{Lu}[\p{L}.]*)?){0,2}$"
    )]
    private static partial Regex Name();

    [GeneratedRegex(
        "^(?:zdravstvujte|dobryj|dobroe|dobrogo|privet|hello|hi|hey|dear|good|new|novaja|novyj|zajavka|lid|lead)\\b"
    )]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^[+\d][\d\s()\-.]{3,}$")]
    private static partial Regex OnlyDigits();
}
