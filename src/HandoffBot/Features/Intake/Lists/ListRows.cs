using System.Text.RegularExpressions;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake.Lists.Files;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>Makes inquiries of the rows of a list, by the rules of all doors.</summary>
/// <param name="list">By which its rows are told from those of others, where they have no ids.</param>
/// <param name="country">Where a phone without a country is at home.</param>
internal sealed partial class ListRows(ListColumns columns, string list, string country, DateTimeOffset now)
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public IEnumerable<ListRow> Of(IEnumerable<ListLine> lines) => lines.Where(l => !l.IsEmpty).Select(Read);

    private ListRow Read(ListLine line)
    {
        var post = PostOf(line);
        if (line.Cells.Skip(columns.Width).Any(c => !string.IsNullOrWhiteSpace(c)))
        {
            return Wrong(line, ListFlaw.TooManyCells);
        }

        if (post.Phone is { } phone && Rounded().IsMatch(phone))
        {
            return Wrong(line, ListFlaw.RoundedPhone);
        }

        var errors = new FieldErrors();
        if (InquiryReader.Read(post, country, now, errors) is not { } asked)
        {
            return Wrong(line, FlawOf(errors, post));
        }

        if (asked.KeyKind is InquiryKey.ExternalId)
        {
            return ids.Add(asked.Key) ? new ListRow(line.Number, asked, null) : Wrong(line, ListFlaw.SameId);
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{list}:{line.Number}");
        return new ListRow(line.Number, asked with { KeyKind = InquiryKey.Row, Key = key }, null);
    }

    private LeadPost PostOf(ListLine line) =>
        new()
        {
            ExternalId = Cells(line, ListField.ExternalId).FirstOrDefault(),
            Name = Joined(line, ListField.Name, " "),
            Phone = Cells(line, ListField.Phone).FirstOrDefault(),
            Email = Cells(line, ListField.Email).FirstOrDefault(),
            Messenger = Account(line),
            Message = Joined(line, ListField.Message, "\n"),
            Product = Cells(line, ListField.Product).FirstOrDefault(),
            City = Cells(line, ListField.City).FirstOrDefault(),
            Campaign = Cells(line, ListField.Campaign).FirstOrDefault(),
            Extra = columns
                .Kept.Where(k => line.At(k.At).Length > 0)
                .GroupBy(k => k.Title)
                .ToDictionary(k => k.Key, k => line.At(k.First().At)),
        };

    private IEnumerable<string> Cells(ListLine line, ListField field) =>
        columns.Known.Where(k => k.Field == field).Select(k => line.At(k.At)).Where(c => c.Length > 0);

    private string? Joined(ListLine line, ListField field, string between) =>
        string.Join(between, Cells(line, field)) is { Length: > 0 } all ? all : null;

    /// <summary>An account stands beside the name of its messenger, which is the column's.</summary>
    private string? Account(ListLine line)
    {
        var (at, _, title) = columns.Known.FirstOrDefault(k =>
            k.Field is ListField.Messenger && line.At(k.At).Length > 0
        );
        if (title is null)
        {
            return null;
        }

        var account = line.At(at);
        var isBare = BareName().IsMatch(account) && TelegramTitle().IsMatch(title);
        var named = isBare ? $"@{account}" : $"{title} {account}";
        return MessengerReader.Read(named, country) is { Kind: not MessengerKind.Other } ? named : account;
    }

    private static ListRow Wrong(ListLine line, ListFlaw flaw) => new(line.Number, null, flaw);

    private static ListFlaw FlawOf(FieldErrors errors, LeadPost post) =>
        errors.Has("externalId") ? ListFlaw.WrongId
        : errors.Has("phone") && post.Phone is not null ? ListFlaw.ShortPhone
        : errors.Has("email") ? ListFlaw.WrongEmail
        : ListFlaw.NoContact;

    [GeneratedRegex(@"^\+?\d[.,]\d+\s*[Ee\u0415\u0435]\s*\+?\s*\d+$")]
    private static partial Regex Rounded();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{3,31}$")]
    private static partial Regex BareName();

    [GeneratedRegex("telegram|^tg$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TelegramTitle();
}
