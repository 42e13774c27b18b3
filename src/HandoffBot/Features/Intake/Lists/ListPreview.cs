using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>A list before it is taken in: what its columns are, how many rows, what is wrong with which, and what becomes of it.</summary>
internal static class ListPreview
{
    private const int ColumnsShown = 9;
    private const int TitleLength = 20;
    private const int RowsShown = 6;

    public static ChatMessage Of(SalesTeam team, Dialogue dialogue, LeadList list, IReadOnlyList<string> sample)
    {
        var (words, reading) = (team.Words(), list.Reading!);
        var name = ListQuestions.NameOf(list.FileName);
        var message = ChatMessage.Of([
            Line.Bold(words.Say("Intake.ListFound", name, reading.Rows)),
            words.Say("Intake.ListColumns", Columns(reading, words)),
            Others(reading, words),
            sample.Count == 0 ? null : words.Say("Intake.ListSample", string.Join("; ", sample)),
            reading.Repeats == 0 ? null : words.Say("Intake.ListRepeats", reading.Repeats),
            Wrong(reading, words),
            words.Say("Intake.ListGoes", team.Name, ListQuestions.NameOf(list.SourceName)),
            words[What(list)],
        ]);
        return message.With([.. Buttons(words, dialogue, list)]);
    }

    private static IEnumerable<IReadOnlyList<Button>> Buttons(Wording words, Dialogue dialogue, LeadList list)
    {
        var cancel = ListQuestions.Choice(words, dialogue, ListChoice.Cancel);
        if (list.Good == 0)
        {
            return
            [
                [cancel],
            ];
        }

        var wrong = list.Reading!.WrongRows;
        var take =
            wrong == 0
                ? ListQuestions.Choice(words, dialogue, ListChoice.Take, list.Good)
                : ListQuestions.Choice(words, dialogue, ListChoice.WithoutWrong, wrong, list.Good);
        return
        [
            [take],
            [ListQuestions.Choice(words, dialogue, ListChoice.Source), cancel],
        ];
    }

    private static string What(LeadList list) =>
        list.Good == 0 ? "Intake.ListAllWrong"
        : list.Reading!.WrongRows > 0 ? "Intake.ListMend"
        : "Intake.ListAsk";

    private static string Columns(ListReading reading, Wording words)
    {
        var shown = reading
            .Known.Take(ColumnsShown)
            .Select(c =>
                words.Say(
                    "Intake.ListColumn",
                    words[$"Intake.ListField{c.Field}"],
                    OutsideText.Isolate(OutsideText.Cut(c.Title, TitleLength))
                )
            );
        return string.Join(", ", shown);
    }

    /// <summary>Columns that nothing was made of: kept as they are, or too many for that.</summary>
    private static string? Others(ListReading reading, Wording words)
    {
        var lost = reading.Columns - reading.Known.Count - reading.Kept;
        return lost > 0 ? words.Say("Intake.ListLost", reading.Columns, reading.Kept, lost)
            : reading.Kept > 0 ? words.Say("Intake.ListKept", reading.Kept)
            : null;
    }

    private static string? Wrong(ListReading reading, Wording words)
    {
        if (reading.WrongRows == 0)
        {
            return null;
        }

        var shown = reading
            .Wrong.GroupBy(w => w.Flaw)
            .Select(g =>
                words.Say(
                    "Intake.ListFlaw",
                    words[$"Intake.ListFlaw{g.Key}"],
                    string.Join(", ", g.Select(w => w.Row.ToString(CultureInfo.InvariantCulture)).Take(RowsShown))
                )
            );
        var told = reading.Wrong.GroupBy(w => w.Flaw).Sum(g => Math.Min(g.Count(), RowsShown));
        var rest = reading.WrongRows - told;
        var all = string.Join("; ", shown);
        return words.Say(
            "Intake.ListWrong",
            reading.WrongRows,
            rest > 0 ? words.Say("Intake.ListMore", all, rest) : all
        );
    }
}
