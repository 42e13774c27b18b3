using System.Text.RegularExpressions;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.WebChat.Screens;

/// <summary>Cuts a text with entities, which may overlap, into pieces that do not.</summary>
internal static partial class Pieces
{
    public static IReadOnlyList<Piece> Of(string text, ImmutableArray<Entity> given)
    {
        var entities = given.Concat(PhonesIn(text, given)).ToList();
        var cuts = entities
            .SelectMany(e => new[] { e.Offset, e.Offset + e.Length })
            .Append(0)
            .Append(text.Length)
            .Where(c => c >= 0 && c <= text.Length)
            .Distinct()
            .Order()
            .ToList();
        return
        [
            .. cuts.Zip(cuts.Skip(1), (from, to) => Cut(text, from, to, entities))
                .Where(piece => piece.Text.Length > 0),
        ];
    }

    private static Piece Cut(string text, int from, int to, List<Entity> entities)
    {
        var here = entities.Where(e => e.Offset <= from && to <= e.Offset + e.Length).ToList();
        var css = string.Join(' ', here.Select(e => e.Type));
        var href = here.Select(e => Href(e, text)).FirstOrDefault(h => h is not null);
        var command = here.Find(e => e.Type == "bot_command") is { } c ? text.Substring(c.Offset, c.Length) : null;
        return new Piece(text[from..to], css, href, command);
    }

    private static string? Href(Entity entity, string text)
    {
        var piece = text.Substring(entity.Offset, entity.Length);
        return entity.Type switch
        {
            "text_link" when entity.Url?.StartsWith("http", StringComparison.Ordinal) == true => entity.Url,
            "url" => piece.Contains("://", StringComparison.Ordinal) ? piece : "https://" + piece,
            "email" => "mailto:" + piece,
            "phone_number" => "tel:" + piece,
            _ => null,
        };
    }

    // Phones see numbers by themselves; the server does not mark them.
    private static IEnumerable<Entity> PhonesIn(string text, ImmutableArray<Entity> given) =>
        PhoneNumber()
            .Matches(text)
            .Where(m =>
                !given.Any(e => e.Type is "code" or "pre" && e.Offset <= m.Index && m.Index < e.Offset + e.Length)
            )
            .Select(m => new Entity("phone_number", m.Index, m.Length));

    [GeneratedRegex(@"(?<![\w+])\+\d{10,15}(?!\w)")]
    private static partial Regex PhoneNumber();
}
