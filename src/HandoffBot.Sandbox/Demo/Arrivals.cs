namespace HandoffBot.Sandbox.Demo;

/// <summary>When leads come: busy working hours, quiet nights and weekends, and one afternoon of a rush.</summary>
internal sealed class Arrivals(Random random, TimeZoneInfo zone)
{
    private const int Weeks = 5;
    private const int RushSize = 26;

    /// <summary>How busy each hour of a day is, against the others.</summary>
    private static readonly double[] Hours =
    [
        .1,
        .05,
        .05,
        .05,
        .05,
        .1,
        .2,
        .6,
        1.2,
        3.5,
        5,
        6,
        5,
        4,
        5,
        5,
        5,
        4,
        3,
        2.6,
        2,
        1.2,
        .6,
        .3,
    ];

    /// <summary>Weekdays from Sunday.</summary>
    private static readonly int[] PerDay = [4, 28, 26, 25, 27, 26, 6];

    /// <summary>All arrivals of the five weeks before <paramref name="now"/>, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> ArrivalsBefore(DateTimeOffset now)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var all = new List<DateTimeOffset>();
        for (var day = today.AddDays(-7 * Weeks); day < today; day = day.AddDays(1))
        {
            var count = PerDay[(int)day.DayOfWeek] + random.Next(-3, 4);
            all.AddRange(Enumerable.Range(0, count).Select(_ => At(day, HourOfDay(), random.Next(3600))));
        }

        var rush = today.AddDays(-4);
        all.AddRange(Enumerable.Range(0, RushSize).Select(_ => At(rush, 15, random.Next(1500))));
        return [.. all.Order()];
    }

    private int HourOfDay()
    {
        var left = random.NextDouble() * Hours.Sum();
        var hour = 0;
        while (hour < Hours.Length - 1 && left > Hours[hour])
        {
            left -= Hours[hour++];
        }

        return hour;
    }

    private DateTimeOffset At(DateTime day, int hour, int seconds) =>
        Domain.Team.WallClock.At(day.AddHours(hour).AddSeconds(seconds), zone);
}
