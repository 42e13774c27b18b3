using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Digests;

/// <summary>Whole local days, first and last included, and the instant at which they are looked at.</summary>
internal sealed record DigestPeriod(DateOnly First, DateOnly Last, TimeZoneInfo Zone, DateTimeOffset AsOf)
{
    public DateTimeOffset Start => MidnightOf(First);

    /// <summary>The first instant after the period.</summary>
    public DateTimeOffset End => MidnightOf(Last.AddDays(1));

    /// <summary>The Monday to Sunday that closed last before <paramref name="asOf"/>.</summary>
    public static DigestPeriod WeekBefore(DateTimeOffset asOf, TimeZoneInfo zone)
    {
        var today = LocalDate(asOf, zone);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - 7);
        return new(monday, monday.AddDays(6), zone, asOf);
    }

    public static DigestPeriod Yesterday(DateTimeOffset asOf, TimeZoneInfo zone)
    {
        var day = LocalDate(asOf, zone).AddDays(-1);
        return new(day, day, zone, asOf);
    }

    /// <summary>As many days just before this period, looked at as long after its end.</summary>
    public DigestPeriod Previous()
    {
        var days = Last.DayNumber - First.DayNumber + 1;
        var earlier = this with { First = First.AddDays(-days), Last = Last.AddDays(-days) };
        return earlier with { AsOf = earlier.End + (AsOf - End) };
    }

    public bool Contains(DateTimeOffset? at) => at >= Start && at < End;

    public DateTime Local(DateTimeOffset at) => WallClock.Local(at, Zone);

    private static DateOnly LocalDate(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(WallClock.Local(at, zone));

    private DateTimeOffset MidnightOf(DateOnly day) => WallClock.At(day.ToDateTime(TimeOnly.MinValue), Zone);
}
