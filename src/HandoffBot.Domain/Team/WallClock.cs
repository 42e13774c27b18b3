namespace HandoffBot.Domain.Team;

/// <summary>What a clock on the wall of a zone shows, and when it will show it.</summary>
internal static class WallClock
{
    /// <summary>The local date and time in <paramref name="zone"/> at that instant.</summary>
    public static DateTime Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    /// <summary>
    /// The first instant at which the wall clock shows <paramref name="local"/> or later, in UTC: of an hour that comes
    /// twice the first, of an hour that is skipped the moment of the change.
    /// </summary>
    public static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        // Only UTC to local is asked of the zone: TimeZoneInfo's own view of skipped and doubled hours contradicts it in
        // zones that moved their base offset.
        var utc = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var before = zone.GetUtcOffset(AddClamped(utc, -TimeSpan.TicksPerDay));
        var after = zone.GetUtcOffset(AddClamped(utc, TimeSpan.TicksPerDay));
        var (larger, smaller) = before > after ? (before, after) : (after, before);
        var early = AddClamped(utc, -larger.Ticks);
        var late = AddClamped(utc, -smaller.Ticks);

        if (Shows(early, zone) == local)
        {
            return new DateTimeOffset(early);
        }

        return new DateTimeOffset(Shows(late, zone) == local ? late : Change(early, late, local, zone));
    }

    private static DateTime Change(DateTime before, DateTime after, DateTime local, TimeZoneInfo zone)
    {
        var (low, high) = (before.Ticks, after.Ticks);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Shows(new DateTime(middle, DateTimeKind.Utc), zone) < local ? (middle, high) : (low, middle);
        }

        return new DateTime(high, DateTimeKind.Utc);
    }

    private static DateTime Shows(DateTime utc, TimeZoneInfo zone) => AddClamped(utc, zone.GetUtcOffset(utc).Ticks);

    private static DateTime AddClamped(DateTime utc, long ticks) =>
        new(Math.Clamp(utc.Ticks + ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
}
