using HandoffBot.Features.Intake.Lists.Files;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>A list that was opened: its columns, and its rows as often as they are wanted.</summary>
internal sealed class ListSurvey : IDisposable
{
    private readonly ListFile file;

    private ListSurvey(ListFile file, ListColumns columns, int titlesAt) =>
        (this.file, Columns, TitlesAt) = (file, columns, titlesAt);

    public string Written => file.Written;

    public ListColumns Columns { get; }

    /// <summary>The row of the titles.</summary>
    public int TitlesAt { get; }

    /// <exception cref="UnreadableListException">It is no list, or none that can become leads.</exception>
    public static ListSurvey Open(string path, string country)
    {
        var file = ListFile.Open(path);
        try
        {
            var titles =
                file.Read().FirstOrDefault(l => !l.IsEmpty) ?? throw new UnreadableListException(ListProblem.Empty);
            var columns = ListColumns.Of(titles);
            if (titles.Cells.Any(c => IsContact(c, country)))
            {
                throw new UnreadableListException(ListProblem.NoTitles, titles.Number);
            }

            return columns.HasContact
                ? new ListSurvey(file, columns, titles.Number)
                : throw new UnreadableListException(ListProblem.NoContactColumn, titles.Number);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <param name="most">A list of more rows is refused.</param>
    /// <exception cref="UnreadableListException">It has more rows, or ends in the middle of one.</exception>
    public IEnumerable<ListRow> Rows(string list, string country, DateTimeOffset now, int most)
    {
        var rows = new ListRows(Columns, list, country, now).Of(file.Read().SkipWhile(l => l.Number <= TitlesAt));
        var count = 0;
        foreach (var row in rows)
        {
            yield return ++count <= most ? row : throw new UnreadableListException(ListProblem.TooManyRows, row.Number);
        }
    }

    public void Dispose() => file.Dispose();

    private static bool IsContact(string cell, string country) =>
        PhoneReader.Read(cell, country).E164 is not null || EmailReader.Read(cell) is not null;
}
