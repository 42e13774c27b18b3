using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Digests;

/// <summary>When a digest falls due, and the closed days it tells of.</summary>
/// <param name="On">The local day on which it is said.</param>
/// <param name="First">The first of its days; the last one is the day before <paramref name="On"/>.</param>
internal sealed record DigestDue(DateOnly On, DateOnly First, TimeZoneInfo Zone)
{
    private const int DaysOfWeek = 7;
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeSpan LateAfter = TimeSpan.FromHours(1);

    public DateOnly Last => On.AddDays(-1);

    /// <summary>9:00 in the team's zone.</summary>
    public DateTimeOffset At => WallClock.At(On.ToDateTime(Morning), Zone);

    /// <summary>The Monday that came last, for the week before it.</summary>
    public static DigestDue Weekly(DateTimeOffset now, TimeZoneInfo zone) =>
        LastBefore(now, zone, day => day.DayOfWeek is DayOfWeek.Monday, day => WeeklyOn(day, zone));

    /// <summary>The working day that came last, for the days since the working day before it.</summary>
    public static DigestDue Daily(DateTimeOffset now, WorkingHours hours) =>
        LastBefore(now, hours.Zone, day => hours.Days.Includes(day.DayOfWeek), day => DailyOn(day, hours));

    public static DigestDue WeeklyOn(DateOnly monday, TimeZoneInfo zone) =>
        new(monday, monday.AddDays(-DaysOfWeek), zone);

    public static DigestDue DailyOn(DateOnly day, WorkingHours hours)
    {
        var first = day.AddDays(-1);
        while (!hours.Days.Includes(first.DayOfWeek))
        {
            first = first.AddDays(-1);
        }

        return new(day, first, hours.Zone);
    }

    public DigestPeriod PeriodAsOf(DateTimeOffset at) => new(First, Last, Zone, at);

    /// <summary>An hour or more after its time: said so.</summary>
    public bool IsLate(DateTimeOffset madeAt) => madeAt - At >= LateAfter;

    private static DigestDue LastBefore(
        DateTimeOffset now,
        TimeZoneInfo zone,
        Func<DateOnly, bool> isDay,
        Func<DateOnly, DigestDue> of
    )
    {
        var today = DateOnly.FromDateTime(WallClock.Local(now, zone));
        return Enumerable
            .Range(0, DaysOfWeek + 1)
            .Select(back => today.AddDays(-back))
            .Where(isDay)
            .Select(of)
            .First(due => due.At <= now);
    }
}
