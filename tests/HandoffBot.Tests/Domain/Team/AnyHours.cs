using CsCheck;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

/// <summary>Any hours that a team may have: the same on all its days or by the day of the week, with holidays or without.</summary>
internal static class AnyHours
{
    private static readonly TimeZoneInfo[] Zones = [.. TimeZoneInfo.GetSystemTimeZones()];

    /// <summary>Before and after all instants that are tried.</summary>
    private static readonly (DateOnly First, DateOnly Last) Years = (new(2004, 1, 1), new(2046, 12, 31));

    /// <summary>Every second day, a week in two, a vacation each year and so on; none first.</summary>
    private static readonly IReadOnlyCollection<DateOnly>[] Holidays =
    [
        [],
        .. new (int Every, int Run)[] { (2, 1), (3, 1), (5, 2), (7, 1), (10, 9), (14, 7), (30, 10), (365, 8) }.Select(
            h =>
                Enumerable
                    .Range(0, Years.Last.DayNumber - Years.First.DayNumber)
                    .Where(d => d % h.Every < h.Run)
                    .Select(d => Years.First.AddDays(d))
                    .ToHashSet()
        ),
    ];

    /// <param name="shortest">How long a day is open at least, in minutes.</param>
    public static Gen<WorkingHours> Of(int shortest)
    {
        // Round the clock, or less.
        var hours = Gen.Select(
            Gen.Int[0, 1439],
            Gen.OneOf(Gen.Const(0), Gen.Int[shortest, 1439]),
            (from, open) => (From: Clock(from), To: Clock((from + open) % 1440))
        );
        return Gen.Select(
            Gen.Int[0, Zones.Length - 1],
            Gen.Int[1, 127],
            Gen.Int[0, Holidays.Length - 1],
            Gen.OneOf(hours.Array[1], hours.Array[7]),
            (zone, days, holidays, week) =>
                new WorkingHours(Zones[zone], (WeekDays)days, week[0].From, week[0].To)
                {
                    Holidays = Holidays[holidays],
                    Week = week.Length == 1 ? null : PlanOf((WeekDays)days, week),
                }
        );
    }

    private static ShiftPlan PlanOf(WeekDays days, (TimeOnly From, TimeOnly To)[] week) =>
        new([
            .. Enum.GetValues<DayOfWeek>()
                .Where(d => days.Includes(d))
                .Select(d => new PlannedDay(d, week[(int)d].From, week[(int)d].To)),
        ]);

    private static TimeOnly Clock(int minute) => TimeOnly.MinValue.AddMinutes(minute);
}
