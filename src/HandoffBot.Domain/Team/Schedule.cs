namespace HandoffBot.Domain.Team;

/// <summary>Times of work by the wall clock of a zone: when it is open, and how much working time lies between two instants.</summary>
internal abstract record Schedule(TimeZoneInfo Zone)
{
    /// <summary>A hundred years, in days.</summary>
    private const int DaysLookedAhead = 366 * 100;

    private static readonly TimeSpan WeekAndMore = TimeSpan.FromDays(15);

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
        foreach (var (start, end) in Apart(from))
        {
            var open = end - start;
            if (open >= left)
            {
                return (start + left).ToUniversalTime();
            }

            left -= open;
        }

        return DateTimeOffset.MaxValue;
    }

    /// <summary>The working time between two instants; zero when the second is not the later one.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var passed = TimeSpan.Zero;
        foreach (var (start, end) in Apart(from).TakeWhile(o => o.From < to))
        {
            passed += (end < to ? end : to) - start;
        }

        return passed;
    }

    /// <summary>Since when it is open, or closed, without a break. Looks two weeks back: what began before counts from there.</summary>
    public DateTimeOffset StandsSince(DateTimeOffset at)
    {
        var (from, to) = (at - WeekAndMore, at - WeekAndMore);
        foreach (var opening in Openings(from).TakeWhile(o => o.From <= at))
        {
            from = opening.From > to ? opening.From : from;
            to = opening.To > to ? opening.To : to;
        }

        return (at < to ? from : to).ToUniversalTime();
    }

    /// <summary>The days of the calendar from two before the instant on: a night shift began yesterday, and a zone may skip a whole day.</summary>
    protected IEnumerable<DateOnly> DaysFrom(DateTimeOffset from)
    {
        var first = Math.Max(DateOnly.FromDateTime(WallClock.Local(from, Zone)).DayNumber - 2, 0);
        var last = Math.Min(first + DaysLookedAhead, DateOnly.MaxValue.DayNumber - 3);
        return Enumerable.Range(first, last - first + 1).Select(DateOnly.FromDayNumber);
    }

    protected (DateTimeOffset From, DateTimeOffset To) Opening(DateOnly date, TimeOnly from, TimeOnly to)
    {
        var closing = (to > from ? date : date.AddDays(1)).ToDateTime(to);
        return (WallClock.At(date.ToDateTime(from), Zone), WallClock.At(closing, Zone));
    }

    /// <summary>The times of work from the instant on, none of them empty: what the day before already holds is not there again.</summary>
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Apart(DateTimeOffset from)
    {
        var reached = from;
        foreach (var opening in Openings(from))
        {
            var start = opening.From > reached ? opening.From : reached;
            if (opening.To > start)
            {
                yield return (start, opening.To);
                reached = opening.To;
            }
        }
    }

    /// <summary>The times of work from two days before the instant on, in order; they may touch or overlap.</summary>
    internal abstract IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Openings(DateTimeOffset from);
}
