namespace HandoffBot.Domain.Team;

/// <summary>
/// When a team works, by the wall clock of its zone. <c>To</c> at or before <c>From</c> closes on the next day, so 0:00–0:00
/// is round the clock. At least one day must be named.
/// </summary>
internal sealed record WorkingHours(TimeZoneInfo Zone, WeekDays Days, TimeOnly From, TimeOnly To)
{
    private const int DaysLookedAhead = 366 * 100;

    private static readonly TimeSpan WeekAndMore = TimeSpan.FromDays(15);

    public WeekDays Days { get; } =
        (Days & WeekDays.All) == WeekDays.None
            ? throw new ArgumentException("Working hours need at least one day.", nameof(Days))
            : Days;

    /// <summary>How long one working day is, by the clock on the wall.</summary>
    public TimeSpan Day => To > From ? To - From : TimeSpan.FromDays(1) - (From - To);

    /// <summary>Monday to Friday, 9:00 to 18:00.</summary>
    public static WorkingHours Default(TimeZoneInfo zone) =>
        new(zone, WeekDays.MondayToFriday, new TimeOnly(9, 0), new TimeOnly(18, 0));

    public bool IsOpen(DateTimeOffset at) => Openings(at).TakeWhile(o => o.From <= at).Any(o => at < o.To);

    /// <summary>The instant itself when the team works then, else the next opening.</summary>
    public DateTimeOffset NextOpen(DateTimeOffset at) => Add(at, TimeSpan.Zero);

    /// <summary>When the hours end that the instant lies in; one day's may go on into the next. Itself when the team is closed then, null where it never closes.</summary>
    public DateTimeOffset? ClosesAt(DateTimeOffset at)
    {
        var closing = at;
        foreach (var opening in Openings(at).TakeWhile(o => o.From < at + WeekAndMore))
        {
            if (opening.From > closing)
            {
                return closing.ToUniversalTime();
            }

            closing = opening.To > closing ? opening.To : closing;
        }

        return null;
    }

    /// <summary>When the day of the zone ends that the instant lies in.</summary>
    public DateTimeOffset DayEndsAt(DateTimeOffset at) =>
        WallClock.At(WallClock.Local(at, Zone).Date.AddDays(1), Zone).ToUniversalTime();

    /// <summary>
    /// The instant after that much working time has passed, in UTC. Outside hours the count starts at the next opening.
    /// More than the next hundred years hold is <see cref="DateTimeOffset.MaxValue"/>. Refuses a negative time.
    /// </summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan working)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(working, TimeSpan.Zero);
        var left = working;
        foreach (var opening in Openings(from))
        {
            var start = opening.From > from ? opening.From : from;
            var open = opening.To - start;
            if (open > TimeSpan.Zero && open >= left)
            {
                return (start + left).ToUniversalTime();
            }

            left -= open > TimeSpan.Zero ? open : TimeSpan.Zero;
        }

        return DateTimeOffset.MaxValue;
    }

    /// <summary>The working time between two instants; zero when the second is not the later one.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var passed = TimeSpan.Zero;
        foreach (var opening in Openings(from).TakeWhile(o => o.From < to))
        {
            var start = opening.From > from ? opening.From : from;
            var end = opening.To < to ? opening.To : to;
            passed += end > start ? end - start : TimeSpan.Zero;
        }

        return passed;
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Openings(DateTimeOffset from)
    {
        // Two days back: a night shift began yesterday, and a zone may skip a whole day.
        var first = Math.Max(DateOnly.FromDateTime(WallClock.Local(from, Zone)).DayNumber - 2, 0);
        var last = Math.Min(first + DaysLookedAhead, DateOnly.MaxValue.DayNumber - 3);
        for (var day = first; day <= last; day++)
        {
            var date = DateOnly.FromDayNumber(day);
            if (Days.Includes(date.DayOfWeek))
            {
                var closing = (To > From ? date : date.AddDays(1)).ToDateTime(To);
                yield return (WallClock.At(date.ToDateTime(From), Zone), WallClock.At(closing, Zone));
            }
        }
    }
}
