using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;

namespace HandoffBot.Domain.Team;

/// <summary>Settings of a team as people type them. Null when one cannot be read, or cannot be.</summary>
internal static class TeamSettingReader
{
    /// <summary>A year of them and some.</summary>
    public const int MostHolidays = 60;

    /// <summary>A day: a lead that may wait longer needs no reminder.</summary>
    private const int LongestStep = 24 * 60;

    private const int MostCarried = 999;

    /// <summary>A year, in days.</summary>
    private const int LongestJoining = 366;

    private static readonly string[] Urgent = ["urgent", "high", "srochnye", "srochno", "vazhnye"];

    private static readonly string[] Later = ["low", "later", "nesrochnye", "nevazhnye"];

    private static readonly char[] Between = [' ', '/', ',', ';', '·'];

    /// <summary><c>mon-fri 9-18</c>: the same hours on each day.</summary>
    public static (WeekDays Days, TimeOnly From, TimeOnly To)? Hours(string text)
    {
        if (ShiftPlanReader.Read(text) is not { } plan || plan.Days.DistinctBy(d => (d.From, d.To)).Count() != 1)
        {
            return null;
        }

        var days = plan.Days.Aggregate(WeekDays.None, (all, d) => all | (WeekDays)(1 << (int)d.Day));
        return (days, plan.Days[0].From, plan.Days[0].To);
    }

    /// <summary><c>01.01-08.01, 23.02</c>: all there are, in order; days of the past are left out.</summary>
    public static IReadOnlyList<DateOnly>? Holidays(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var days = new SortedSet<DateOnly>();
        var today = DateOnly.FromDateTime(WallClock.Local(now, zone));
        foreach (
            var part in text.Split(
                [',', ';', '\n'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            if (TimeOffReader.Read(part, now, zone, out var off) is not TimeOffProblem.None)
            {
                return null;
            }

            var (from, to) = (WallClock.Local(off.From, zone), WallClock.Local(off.To, zone));
            var isWhole = from.TimeOfDay == TimeSpan.Zero && to.TimeOfDay == TimeSpan.Zero;
            var length = (to - from).TotalDays;
            if (!isWhole || length > MostHolidays)
            {
                return null;
            }

            days.UnionWith(Enumerable.Range(0, (int)length).Select(d => DateOnly.FromDateTime(from).AddDays(d)));
        }

        days.RemoveWhere(d => d < today);
        return days.Count <= MostHolidays ? [.. days] : null;
    }

    /// <summary>
    /// <c>3 5 10 30</c>: minutes to the reminder, the SLA, the manager, and between two words to the manager; each later than the one
    /// before, the last by itself. With five, <c>3 5 7 10 30</c>, the third offers the lead to the next in turn.
    /// </summary>
    public static Ladder? Ladder(string text, Ladder before)
    {
        var minutes = Numbers(text, LongestStep);
        if (minutes is not ({ Count: 4 } or { Count: 5 }) || minutes.Exists(m => m == 0))
        {
            return null;
        }

        var rising = minutes[..^1];
        return rising.Zip(rising.Skip(1)).All(p => p.First < p.Second)
            ? before with
            {
                Remind = TimeSpan.FromMinutes(minutes[0]),
                Sla = TimeSpan.FromMinutes(minutes[1]),
                Next = minutes.Count == 5 ? TimeSpan.FromMinutes(minutes[2]) : null,
                Manager = TimeSpan.FromMinutes(rising[^1]),
                ManagerRepeat = TimeSpan.FromMinutes(minutes[^1]),
            }
            : null;
    }

    /// <summary><c>urgent 1 2 5 15</c>, <c>low 10 30 60 60</c>: whose minutes are meant; null in front of plain numbers.</summary>
    public static (LeadPriority Priority, string Minutes)? OfPriority(string text)
    {
        var words = text.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        LeadPriority? priority =
            words.Length < 2 ? null
            : Urgent.Contains(Latin.Of(words[0]).Trim(':')) ? LeadPriority.High
            : Later.Contains(Latin.Of(words[0]).Trim(':')) ? LeadPriority.Low
            : null;
        return priority is { } of ? (of, words[1]) : null;
    }

    /// <summary><c>15 5</c>: open leads, and those without a call yet; 0 is no limit.</summary>
    public static Capacity? Capacity(string text) =>
        Numbers(text, MostCarried) is [var open, var notWorked] ? new Capacity(open, notWorked) : null;

    /// <summary>Minutes an offer stands, 1 to 60.</summary>
    public static TimeSpan? OfferFor(string text) =>
        Numbers(text, 60) is [> 0 and var minutes] ? TimeSpan.FromMinutes(minutes) : null;

    /// <summary><c>30</c>, <c>30 days</c>: 0 to a year.</summary>
    public static int? JoinsWithinDays(string text) =>
        Numbers(text, LongestJoining, CallBackWords.Days) is [var days] ? days : null;

    private static List<int>? Numbers(string text, int most, IReadOnlyDictionary<string, int>? units = null)
    {
        var numbers = new List<int>();
        foreach (var word in Latin.Of(text).Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                (units ?? CallBackWords.Minutes).TryGetValue(word.TrimEnd('.'), out var unit)
                && (units is null || unit == 1)
            )
            {
                continue;
            }

            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > most)
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }
}
