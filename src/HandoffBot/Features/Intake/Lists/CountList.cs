using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake.Lists.Files;
using HandoffBot.Persistence;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>Goes through a list once: how many rows, what is wrong with which, who is known already. Nothing is written.</summary>
internal sealed class CountList(HandoffDb db, IOptions<ListsOptions> options, TimeProvider clock)
{
    private const int AtOnce = 400;
    private const int WrongKept = 40;

    /// <exception cref="UnreadableListException">It is no list, or one without rows.</exception>
    /// <returns>What was found, and the <see cref="RowsHash"/>.</returns>
    public async Task<(ListReading Reading, string Hash)> HandleAsync(
        Door door,
        string path,
        CancellationToken cancellationToken
    )
    {
        var country = door.Team.Locale.Country;
        using var survey = ListSurvey.Open(path, country);
        using var hash = new RowsHash();
        var (rows, wrong, repeats) = (0, 0, 0);
        var (kept, seen) = (new List<WrongRow>(), new HashSet<string>(StringComparer.Ordinal));
        // While a database of its own looks up some rows the next ones are read.
        var looked = Task.FromResult(0);
        try
        {
            foreach (var chunk in survey.Rows("", country, clock.GetUtcNow(), options.Value.MaxRows).Chunk(AtOnce))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Array.ForEach(chunk, hash.Add);
                List<WrongRow> bad =
                [
                    .. chunk.Where(r => r.Flaw is not null).Select(r => new WrongRow(r.Number, r.Flaw!.Value)),
                ];
                (rows, wrong) = (rows + chunk.Length, wrong + bad.Count);
                kept.AddRange(bad.Take(WrongKept - kept.Count));
                repeats += await looked;
                looked = RepeatsAsync(door, chunk, seen, cancellationToken);
            }
        }
        finally
        {
            repeats += await looked;
        }

        if (rows == 0)
        {
            throw new UnreadableListException(ListProblem.OnlyTitles, survey.TitlesAt);
        }

        var columns = survey.Columns;
        var reading = new ListReading(
            survey.Written,
            columns.Titled,
            [.. columns.Known.Select(k => new ListColumn(k.Field, k.Title))],
            columns.Kept.Count,
            rows,
            wrong,
            kept,
            repeats
        );
        return (reading, hash.Value);
    }

    private async Task<int> RepeatsAsync(
        Door door,
        ListRow[] chunk,
        HashSet<string> seen,
        CancellationToken cancellationToken
    )
    {
        var asked = chunk.Select(r => r.Asked?.LikenessAt(door)).OfType<Likeness>().Select(WithoutRow).ToList();
        var known = await Foresight.GlanceAsync(db, asked, cancellationToken);
        return asked.Count(a =>
        {
            // Both are told of each, so that the second of two is a repeat whatever came first.
            var before = a.Contact.Where(key => !seen.Add(key)).ToList();
            return !known.TakeAsNew(a) || before.Count > 0;
        });
    }

    /// <summary>What its row alone tells from others nobody has posted before.</summary>
    private static Likeness WithoutRow(Likeness asked) =>
        asked.KeyKind is InquiryKey.Row ? asked with { Key = null } : asked;
}
