namespace HandoffBot.Domain.Team;

/// <summary>
/// When a team works, by the wall clock of its zone. <c>To</c> at or before <c>From</c> closes on the next day, so 0:00–0:00
/// is round the clock. At least one day must be named.
/// </summary>
internal sealed record WorkingHours(TimeZoneInfo Zone, WeekDays Days, TimeOnly From, TimeOnly To) : Schedule(Zone)
{
    public WeekDays Days { get; } =
        (Days & WeekDays.All) == WeekDays.None
            ? throw new ArgumentException("Working hours need at least one day.", nameof(Days))
            : Days;

    /// <summary>Monday to Friday, 9:00 to 18:00.</summary>
    public static WorkingHours Default(TimeZoneInfo zone) =>
        new(zone, WeekDays.MondayToFriday, new TimeOnly(9, 0), new TimeOnly(18, 0));

    protected override IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Openings(DateTimeOffset from)
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
