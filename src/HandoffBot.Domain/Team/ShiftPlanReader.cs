using System.Text.RegularExpressions;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Reminders;

namespace HandoffBot.Domain.Team;

/// <summary>
/// Planned shifts as people type them in either language: <c>mon-fri 9-18, sat 10-14</c>, <c>weekdays 9:30-18</c>. Days may be
/// listed or ranged; a day not named is free.
/// </summary>
internal static partial class ShiftPlanReader
{
    private const int LongestText = 200;

    /// <summary>A shift over midnight that is longer is a slip.</summary>
    private static readonly TimeSpan LongestNight = TimeSpan.FromHours(16);

    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    private static readonly Dictionary<string, DayOfWeek[]> Several = new()
    {
        ["weekdays"] = Week[..5],
        ["budni"] = Week[..5],
        ["weekend"] = Week[5..],
        ["weekends"] = Week[5..],
        ["vyhodnye"] = Week[5..],
        ["daily"] = Week,
        ["ezhednevno"] = Week,
    };

    /// <summary>Null when it cannot be read, names a day twice, or an hour there is not.</summary>
    public static ShiftPlan? Read(string text)
    {
        var said = Dashes().Replace(Latin.Of(text.Trim()), "-");
        if (said.Length is 0 or > LongestText)
        {
            return null;
        }

        var planned = new List<PlannedDay>();
        var days = new List<DayOfWeek>();
        foreach (var word in Words().Split(said).Where(w => w.Length > 0))
        {
            if (DaysOf(word) is { } named)
            {
                days.AddRange(named);
            }
            else if (days.Count > 0 && HoursOf(word) is var (from, to))
            {
                var end = IsAfternoon(from, to) ? to.AddHours(12) : to;
                planned.AddRange(days.Select(d => new PlannedDay(d, from, end)));
                days.Clear();
            }
            else
            {
                return null;
            }
        }

        var isWhole = days.Count == 0 && planned.Count > 0 && planned.DistinctBy(p => p.Day).Count() == planned.Count;
        return isWhole ? new ShiftPlan([.. planned.OrderBy(p => Array.IndexOf(Week, p.Day))]) : null;
    }

    /// <summary><c>22-8</c>, <c>21:30-9:00</c>: from when till when; null when it is none.</summary>
    public static (TimeOnly From, TimeOnly To)? Hours(string text)
    {
        var said = Dashes().Replace(Latin.Of(text.Trim()), "-");
        return said.Length <= LongestText && HoursOf(said) is var (from, to) && from != to ? (from, to) : null;
    }

    private static IEnumerable<DayOfWeek>? DaysOf(string word)
    {
        if (Several.TryGetValue(word, out var several))
        {
            return several;
        }

        var ends = word.Split('-');
        if (ends.Length > 2 || !ends.All(CallBackWords.WeekDays.ContainsKey))
        {
            return null;
        }

        var first = Array.IndexOf(Week, CallBackWords.WeekDays[ends[0]]);
        var last = Array.IndexOf(Week, CallBackWords.WeekDays[ends[^1]]);
        return Enumerable.Range(first, ((last - first + 7) % 7) + 1).Select(d => Week[d % 7]);
    }

    /// <summary>Nobody works through from nine in the morning until five of the next: in <c>9-5</c> five is in the afternoon.</summary>
    private static bool IsAfternoon(TimeOnly from, TimeOnly to) =>
        to < from && to > TimeOnly.MinValue && to.AddHours(12) > from && to - from >= LongestNight;

    private static (TimeOnly From, TimeOnly To)? HoursOf(string word)
    {
        var ends = word.Split('-');
        return
            ends.Length == 2
            && ClockOf(ends[0]) is { } from
            && ClockOf(ends[1]) is { } to
            && (from != to || ends[1] == "24")
            ? (from, to)
            : null;
    }

    /// <summary><c>9</c>, <c>9:30</c>, <c>9am</c>, <c>5pm</c>.</summary>
    private static TimeOnly? ClockOf(string word)
    {
        var half = Half().Match(word);
        if (!half.Success)
        {
            return OfDay(word);
        }

        var isMorning = half.Groups[2].Value == "am";
        return OfDay(half.Groups[1].Value) is { Hour: >= 1 and <= 12 } clock
            ? new TimeOnly((clock.Hour % 12) + (isMorning ? 0 : 12), clock.Minute)
            : null;
    }

    private static TimeOnly? OfDay(string word) =>
        CallBackDigits.Clock(word) is var (hour, minute)
        && hour <= 24
        && (minute ?? 0) < 60
        && (hour < 24 || minute is null or 0)
            ? new TimeOnly(hour % 24, minute ?? 0)
            : null;

    [GeneratedRegex(@"\s*[-\u2010-\u2015]\s*")]
    private static partial Regex Dashes();

    [GeneratedRegex("^(.+?)(am|pm)$")]
    private static partial Regex Half();

    [GeneratedRegex(@"[\s,;]+")]
    private static partial Regex Words();
}
