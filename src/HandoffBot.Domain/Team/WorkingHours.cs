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

    /// <summary>Where the hours differ by the day of the week: those of each, on the same days; null: the same on all.</summary>
    public ShiftPlan? Week { get; init; }

    /// <summary>Days of the calendar on which the team does not work; a night shift that began the day before goes on.</summary>
    public IReadOnlyCollection<DateOnly> Holidays { get; init; } = [];

    /// <summary>How long a working day is, by the clock on the wall; the longest where they differ.</summary>
    public TimeSpan Day => Week is null ? Length(From, To) : Week.Days.Max(d => Length(d.From, d.To));

    /// <summary>Monday to Friday, 9:00 to 18:00.</summary>
    public static WorkingHours Default(TimeZoneInfo zone) =>
        new(zone, WeekDays.MondayToFriday, new TimeOnly(9, 0), new TimeOnly(18, 0));

    internal override IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Openings(DateTimeOffset from) =>
        DaysFrom(from).Where(d => Days.Includes(d.DayOfWeek) && !Holidays.Contains(d)).Select(OpeningOn);

    private (DateTimeOffset From, DateTimeOffset To) OpeningOn(DateOnly date) =>
        Week?.On(date.DayOfWeek) is { } day ? Opening(date, day.From, day.To) : Opening(date, From, To);

    private static TimeSpan Length(TimeOnly from, TimeOnly to) =>
        to > from ? to - from : TimeSpan.FromDays(1) - (from - to);
}
