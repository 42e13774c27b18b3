using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Reminders;

/// <summary>
/// When to call back, as a person types it in either language: <c>tomorrow 10:00</c>, <c>fri 11:30</c>, <c>in 2 hours</c>,
/// <c>14:35</c>, <c>25.11 10:00</c>. A day without a time is ten in the morning.
/// </summary>
internal static class CallBackTime
{
    private const int LongestDaysAhead = 366;

    private static readonly TimeOnly Morning = new(10, 0);

    /// <summary>Refuses what is not understood, what is over, and what is more than a year ahead.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="now">The instant of asking.</param>
    /// <param name="zone">Whose wall clock is meant.</param>
    /// <param name="at">The instant meant, in UTC; of no use unless the answer is None.</param>
    public static CallBackProblem Read(string? text, DateTimeOffset now, TimeZoneInfo zone, out DateTimeOffset at)
    {
        (var problem, at) = Judge(CallBackReader.Read(text), now, zone);
        return problem;
    }

    /// <summary>Refuses as <see cref="Read"/> does; an early hour ("at 3") may be of the afternoon too.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="now">The instant of asking.</param>
    /// <param name="zone">Whose wall clock is meant.</param>
    /// <param name="meant">One instant or two, in UTC, the earlier first; none unless the answer is None.</param>
    public static CallBackProblem ReadEither(
        string? text,
        DateTimeOffset now,
        TimeZoneInfo zone,
        out IReadOnlyList<DateTimeOffset> meant
    )
    {
        var said = CallBackReader.Read(text);
        var asTyped = Judge(said, now, zone);
        CallBackPhrase?[] others = said is { EitherHalf: true, Time: { } time }
            ? [said with { Time = time.AddHours(12) }]
            : [];
        var readings = others.Select(o => Judge(o, now, zone)).Prepend(asTyped);
        meant = [.. readings.Where(r => r.Problem is CallBackProblem.None).Select(r => r.At).Order()];
        return meant.Count > 0 ? CallBackProblem.None : asTyped.Problem;
    }

    private static (CallBackProblem Problem, DateTimeOffset At) Judge(
        CallBackPhrase? said,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        if (said is null || When(said, now, zone) is not { } at)
        {
            return (CallBackProblem.NotUnderstood, default);
        }

        return at <= now ? (CallBackProblem.Past, at)
            : at > now.AddDays(LongestDaysAhead) ? (CallBackProblem.TooFar, at)
            : (CallBackProblem.None, at);
    }

    private static DateTimeOffset? When(CallBackPhrase said, DateTimeOffset now, TimeZoneInfo zone)
    {
        var wall = WallClock.Local(now, zone);
        if (said.Minutes > 0)
        {
            var alone = !said.HasDay && said.Time is null;
            return alone ? now.AddMinutes((double)said.Minutes).ToUniversalTime() : null;
        }

        var today = DateOnly.FromDateTime(wall);
        var time = said.Time ?? (said.Counted ? TimeOnly.FromDateTime(wall) : Morning);
        if (Day(said, today, time > TimeOnly.FromDateTime(wall)) is not { } day || (day == today && said.Time is null))
        {
            return null;
        }

        return WallClock.At(day.ToDateTime(time), zone);
    }

    private static DateOnly? Day(CallBackPhrase said, DateOnly today, bool stillToday)
    {
        if (said.WeekDay is { } weekDay)
        {
            var ahead = (weekDay - today.DayOfWeek + 7) % 7;
            return today.AddDays(ahead == 0 && !(stillToday && said.Time is not null) ? 7 : ahead);
        }

        return said.Date is { } date ? OnCalendar(date, today) : today.AddDays(said.DaysAhead ?? 0);
    }

    // In December "10.01" is ahead; in December "25.11" is a slip, not a plan for next winter.
    private static DateOnly? OnCalendar((int Day, int Month, int? Year) date, DateOnly today)
    {
        var near = Valid(date.Year ?? today.Year, date.Month, date.Day);
        var next = date.Year is null && (near is null || near < today.AddDays(-LongestDaysAhead / 2));
        return next ? Valid(today.Year + 1, date.Month, date.Day) : near;
    }

    private static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
