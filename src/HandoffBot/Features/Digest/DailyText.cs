using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Digest;

/// <summary>The manager's morning in five lines.</summary>
internal static class DailyText
{
    private const int HoursTold = 3;
    private const int StuckTold = 4;

    /// <returns>Five lines; the first is the headline.</returns>
    public static IReadOnlyList<string> Lines(DailyFigures figures, Wording wording) =>
        [
            Leads(figures, wording),
            Late(figures, wording),
            Stuck(figures, wording),
            Open(figures, wording),
            Won(figures, wording),
        ];

    private static string Leads(DailyFigures figures, Wording wording)
    {
        var day = DayName(figures.Day, wording);
        if (figures.Leads == 0)
        {
            return wording.Say("Digest.DailyLeadsNone", day);
        }

        var speed = figures.Speed;
        string?[] parts =
        [
            wording.Say("Digest.DailyLeads", day, figures.Leads),
            speed.Judged > 0 ? wording.Say("Digest.DailyWithin", speed.WithinSla, wording.Share(speed.Share)) : null,
            speed.Median is { } median ? wording.Say("Digest.SpeedMedian", median) : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Late(DailyFigures figures, Wording wording)
    {
        var hours = figures
            .LateByHour.Take(HoursTold)
            .Select(h => wording.Say("Digest.DailyLateHours", h.Count, h.From, h.To));
        var rest = figures.LateByHour.Skip(HoursTold).Sum(h => h.Count);
        return figures.LateByHour.Count == 0
            ? wording["Digest.DailyLateNone"]
            : wording.Say("Digest.DailyLate", Listed(hours, rest, wording));
    }

    private static string Stuck(DailyFigures figures, Wording wording)
    {
        var leads = figures
            .Stuck.Take(StuckTold)
            .Select(s => wording.Say("Digest.DailyStuckLead", s.Id.ToString(), wording.Say("Common.Days", s.Days)));
        return figures.Stuck.Count == 0
            ? wording["Digest.DailyStuckNone"]
            : wording.Say("Digest.DailyStuck", Listed(leads, figures.Stuck.Count - StuckTold, wording));
    }

    private static string Open(DailyFigures figures, Wording wording) =>
        (figures.OpenNow, figures.WaitingNow) switch
        {
            (0, _) => wording["Digest.DailyOpenNone"],
            (var open, 0) => wording.Say("Digest.DailyOpenTaken", open),
            var (open, waiting) => wording.Say("Digest.DailyOpen", open, waiting),
        };

    private static string Won(DailyFigures figures, Wording wording) =>
        figures.Won switch
        {
            { Count: 0 } => wording["Digest.DailyWonNone"],
            { SumMinor: 0 } won => wording.Say("Digest.DailyWon", won.Count),
            var won => wording.Say("Digest.DailyWonSum", won.Count, wording.Money(won.SumMinor)),
        };

    private static string Listed(IEnumerable<string> told, int rest, Wording wording) =>
        string.Join(", ", rest > 0 ? told.Append(wording.Say("Digest.BadRest", rest)) : told);

    private static string DayName(DigestPeriod day, Wording wording)
    {
        var yesterday = DateOnly.FromDateTime(WallClock.Local(day.AsOf, day.Zone)).AddDays(-1);
        return day.First == yesterday && day.Last == yesterday
            ? wording["Digest.Yesterday"]
            : wording.Dates(day.First, day.Last);
    }
}
