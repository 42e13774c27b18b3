using System.Text.RegularExpressions;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Reminders;

namespace HandoffBot.Domain.Team;

/// <summary>
/// Time off as people type it in either language: <c>12.12-19.12</c>, <c>12-19 december</c>, <c>Dec 28 - Jan 3</c>, <c>14.12</c>
/// (the whole day), <c>14.12 13-18</c>, <c>fri 9-13</c>, <c>tomorrow</c>.
/// </summary>
internal static partial class TimeOffReader
{
    private const int LongestText = 60;
    private const int HalfYear = 183;

    /// <param name="off">Of use only when the answer is None.</param>
    /// <param name="ahead">What is over and named no year comes round again.</param>
    public static TimeOffProblem Read(
        string text,
        DateTimeOffset now,
        TimeZoneInfo zone,
        out TimeOff off,
        bool ahead = false
    )
    {
        off = new TimeOff(now, now);
        var said = InDigits(Dashes().Replace(Latin.Of(text.Trim()), "-"));
        var words = said.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (said.Length > LongestText || words.Length is 0 or > 3)
        {
            return TimeOffProblem.NotUnderstood;
        }

        var today = DateOnly.FromDateTime(WallClock.Local(now, zone));
        var hours = words.Length > 1 ? ClocksOf(words[^1]) : null;
        var named = hours is null ? words : words[..^1];
        if (DaysOf(named, today) is not var (first, last))
        {
            return TimeOffProblem.NotUnderstood;
        }

        if (ahead && last < today && first <= last && !NamesYear(named))
        {
            // 29 February is not in each year.
            var years = 1;
            while (first.AddYears(years).Day != first.Day || last.AddYears(years).Day != last.Day)
            {
                years++;
            }

            (first, last) = (first.AddYears(years), last.AddYears(years));
        }

        if (last < first || (hours is { } h && (first != last || h.To <= h.From)))
        {
            return TimeOffProblem.EndsFirst;
        }

        var (from, to) = hours is { } part
            ? (first.ToDateTime(part.From), first.ToDateTime(part.To))
            : (first.ToDateTime(TimeOnly.MinValue), last.AddDays(1).ToDateTime(TimeOnly.MinValue));
        off = new TimeOff(WallClock.At(from, zone), WallClock.At(to, zone));
        return TimeOffProblem.None;
    }

    /// <summary>Months by name, before or after the day, and ends joined by words, all as <c>d.m-d.m</c>.</summary>
    private static string InDigits(string said)
    {
        var joined = Joints().Replace(Begins().Replace(said, ""), "-");
        var dated = DaysThenMonth()
            .Replace(joined, m => Both(m, m.Groups[3].Value, m.Groups[1].Value, m.Groups[2].Value));
        dated = DayThenMonth().Replace(dated, m => One(m, m.Groups[2].Value, m.Groups[1].Value, m.Groups[3].Value));
        dated = MonthThenDays().Replace(dated, m => Both(m, m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value));
        return MonthThenDay().Replace(dated, m => One(m, m.Groups[1].Value, m.Groups[2].Value));

        static string One(Match match, string month, string day, string year = "") =>
            CallBackWords.Month(month) is { } number
                ? $"{day}.{number}{(year.Length == 0 ? "" : $".{year}")}"
                : match.Value;
        static string Both(Match match, string month, string first, string last) =>
            CallBackWords.Month(month) is { } number ? $"{first}.{number}-{last}.{number}" : match.Value;
    }

    private static (DateOnly First, DateOnly Last)? DaysOf(string[] words, DateOnly today)
    {
        var ends = words.Length == 1 ? words[0].Split('-') : [];
        if (
            ends.Length is not (1 or 2)
            || DayOf(ends[0], today) is not { } first
            || DayOf(ends[^1], today) is not { } last
        )
        {
            return null;
        }

        // 28.12-05.01 ends in the year after.
        var next = last.AddYears(1);
        var turns = last < first && CallBackDigits.Date(ends[^1]) is (_, _, null) && next < first.AddDays(HalfYear);
        return (first, turns ? next : last);
    }

    private static bool NamesYear(string[] words) =>
        words.SelectMany(w => w.Split('-')).Any(w => CallBackDigits.Date(w) is (_, _, not null));

    private static DateOnly? DayOf(string word, DateOnly today)
    {
        if (CallBackWords.DaysAhead.TryGetValue(word, out var ahead))
        {
            return today.AddDays(ahead);
        }

        return CallBackWords.WeekDays.TryGetValue(word, out var day)
            ? today.AddDays((day - today.DayOfWeek + 7) % 7)
            : Calendar(word, today);
    }

    /// <summary>Without a year the next one of that date; one of the last half year is a slip, not a plan.</summary>
    private static DateOnly? Calendar(string word, DateOnly today)
    {
        if (CallBackDigits.Date(word) is not var (day, month, year))
        {
            return null;
        }

        var near = Valid(year ?? today.Year, month, day);
        return year is null && (near is null || near < today.AddDays(-HalfYear))
            ? Valid(today.Year + 1, month, day)
            : near;
    }

    private static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1 and <= 9998 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static (TimeOnly From, TimeOnly To)? ClocksOf(string word)
    {
        var ends = word.Split('-');
        return ends.Length == 2 && ClockOf(ends[0]) is { } from && ClockOf(ends[1]) is { } to ? (from, to) : null;
    }

    private static TimeOnly? ClockOf(string word) =>
        CallBackDigits.Clock(word) is var (hour, minute) && hour < 24 && (minute ?? 0) < 60
            ? new TimeOnly(hour, minute ?? 0)
            : null;

    [GeneratedRegex(@"\s*[-\u2010-\u2015]\s*")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^(?:s|from)\s+")]
    private static partial Regex Begins();

    [GeneratedRegex(@"\s+(?:po|do|to|till|until)\s+")]
    private static partial Regex Joints();

    [GeneratedRegex(@"\b(\d{1,2})-(\d{1,2})\s+([a-z]{3,})")]
    private static partial Regex DaysThenMonth();

    [GeneratedRegex(@"\b(\d{1,2})\s+([a-z]{3,})(?:\s+(\d{4})\b)?")]
    private static partial Regex DayThenMonth();

    [GeneratedRegex(@"\b([a-z]{3,})\s+(\d{1,2})-(\d{1,2})(?![\d.:])")]
    private static partial Regex MonthThenDays();

    [GeneratedRegex(@"\b([a-z]{3,})\s+(\d{1,2})(?![\d.:])")]
    private static partial Regex MonthThenDay();
}
