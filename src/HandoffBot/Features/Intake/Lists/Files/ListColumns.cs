using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>What the columns of a list are, by their titles.</summary>
internal sealed class ListColumns
{
    /// <summary>Columns that are kept beside the lead as they are.</summary>
    public const int MostKept = 20;

    private const int MostKnown = 30;

    private const int LongestTitle = 64;

    private ListColumns() { }

    /// <summary>Up to the last one that has a title.</summary>
    public required int Width { get; init; }

    /// <summary>That have a title.</summary>
    public required int Titled { get; init; }

    public required IReadOnlyList<(int At, ListField Field, string Title)> Known { get; init; }

    public required IReadOnlyList<(int At, string Title)> Kept { get; init; }

    public bool HasContact => Known.Any(k => k.Field is ListField.Phone or ListField.Email or ListField.Messenger);

    public static ListColumns Of(ListLine titles)
    {
        var all = titles
            .Cells.Select((cell, at) => (At: at, Title: OutsideText.Line(cell, LongestTitle)))
            .Where(c => c.Title.Length > 0)
            .ToList();
        var known = all.Select(c => (c.At, Field: ColumnWords.FieldOf(c.Title), c.Title))
            .Where(c => c.Field is not null)
            .Select(c => (c.At, Field: c.Field!.Value, c.Title))
            .ToList();
        // Parts of a name, notes and accounts may stand in several columns; of other things the first counts.
        known =
        [
            .. known
                .Where(k =>
                    k.Field is ListField.Name or ListField.Message or ListField.Messenger
                    || known.First(o => o.Field == k.Field).At == k.At
                )
                .Take(MostKnown),
        ];
        var rest = all.Where(c => !known.Exists(k => k.At == c.At)).Take(MostKept);
        return new ListColumns
        {
            Width = all.Count == 0 ? 0 : all[^1].At + 1,
            Titled = all.Count,
            Known = known,
            Kept = [.. rest],
        };
    }
}
