using CsCheck;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class WorkingHoursTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly WorkingHours Usual = WorkingHours.Default(Moscow);

    private static readonly Gen<DateTimeOffset> Instants = Gen.Long[Seconds(2005), Seconds(2045)]
        .Select(DateTimeOffset.FromUnixTimeSeconds);

    private static readonly Gen<TimeSpan> Times = Gen.Int[0, 400_000].Select(s => TimeSpan.FromSeconds(s));

    /// <summary>Of one minute a week a century does not hold all of <see cref="Times"/>, with holidays least of all.</summary>
    private static readonly Gen<WorkingHours> Any = AnyHours.Of(shortest: 5);

    [Theory]
    [InlineData("2026-11-23 10:00", 5, "2026-11-23 10:05")]
    [InlineData("2026-11-23 17:58", 5, "2026-11-24 09:03")]
    [InlineData("2026-11-23 17:55", 5, "2026-11-23 18:00")]
    [InlineData("2026-11-23 07:00", 5, "2026-11-23 09:05")]
    [InlineData("2026-11-20 18:00", 5, "2026-11-23 09:05")]
    [InlineData("2026-11-21 12:00", 0, "2026-11-23 09:00")]
    [InlineData("2026-11-23 09:00", 24 * 60, "2026-11-25 15:00")]
    public void Working_time_is_counted_in_open_hours_only(string from, int minutes, string expected) =>
        Assert.Equal(At(expected), Usual.Add(At(from), TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("2026-11-23 08:59", false)]
    [InlineData("2026-11-23 09:00", true)]
    [InlineData("2026-11-23 17:59", true)]
    [InlineData("2026-11-23 18:00", false)]
    [InlineData("2026-11-22 12:00", false)]
    public void Hours_include_the_opening_and_not_the_closing(string at, bool open) =>
        Assert.Equal(open, Usual.IsOpen(At(at)));

    [Fact]
    public void Night_shift_belongs_to_the_day_it_began()
    {
        var nights = new WorkingHours(Moscow, WeekDays.Friday, new TimeOnly(22, 0), new TimeOnly(6, 0));

        Assert.True(nights.IsOpen(At("2026-11-21 05:59")));
        Assert.False(nights.IsOpen(At("2026-11-20 05:59")));
        Assert.Equal(At("2026-11-27 23:00"), nights.Add(At("2026-11-21 05:00"), TimeSpan.FromHours(2)));
    }

    [Fact]
    public void Night_shift_is_an_hour_shorter_in_spring_and_longer_in_autumn()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var nights = new WorkingHours(berlin, WeekDays.Saturday, new TimeOnly(22, 0), new TimeOnly(6, 0));

        Assert.Equal(TimeSpan.FromHours(7), nights.Between(Utc(2026, 3, 28), Utc(2026, 3, 30)));
        Assert.Equal(TimeSpan.FromHours(9), nights.Between(Utc(2026, 10, 24), Utc(2026, 10, 26)));
    }

    [Fact]
    public void Night_shift_goes_on_in_the_morning_before_a_day_that_the_zone_skips()
    {
        var apia = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia");
        var nights = new WorkingHours(apia, WeekDays.All, new TimeOnly(22, 0), new TimeOnly(6, 0));

        Assert.True(nights.IsOpen(new DateTimeOffset(2011, 12, 29, 5, 0, 0, TimeSpan.FromHours(-10))));
    }

    [Fact]
    public void Where_one_days_hours_go_on_into_those_of_the_next_the_time_counts_once()
    {
        var week = new ShiftPlan([
            new PlannedDay(DayOfWeek.Monday, new TimeOnly(20, 0), new TimeOnly(10, 0)),
            new PlannedDay(DayOfWeek.Tuesday, new TimeOnly(8, 0), new TimeOnly(17, 0)),
        ]);
        var hours = new WorkingHours(Moscow, week.WeekDays, new TimeOnly(20, 0), new TimeOnly(10, 0)) { Week = week };

        Assert.Equal(TimeSpan.FromHours(4), hours.Between(At("2026-11-24 07:00"), At("2026-11-24 11:00")));
        Assert.Equal(At("2026-11-24 11:00"), hours.Add(At("2026-11-24 07:00"), TimeSpan.FromHours(4)));
    }

    [Fact]
    public void Equal_ends_mean_round_the_clock()
    {
        var always = new WorkingHours(Moscow, WeekDays.All, TimeOnly.MinValue, TimeOnly.MinValue);

        Gen.Select(Instants, Times).Sample((at, time) => always.Add(at, time) == at + time && always.IsOpen(at));
    }

    [Fact]
    public void Hours_without_a_day_are_refused() =>
        Assert.Throws<ArgumentException>(() => new WorkingHours(Moscow, WeekDays.None, new(9, 0), new(18, 0)));

    [Fact]
    public void Time_that_a_century_does_not_hold_never_comes() =>
        Assert.Equal(DateTimeOffset.MaxValue, Usual.Add(Utc(2026, 1, 1), TimeSpan.FromDays(365_000)));

    [Fact]
    public void Between_is_the_inverse_of_adding() =>
        Gen.Select(Any, Instants, Times)
            .Sample((hours, from, time) => hours.Between(from, hours.Add(from, time)) == time, iter: 3_000);

    [Fact]
    public void Adding_more_or_later_never_ends_sooner() =>
        Gen.Select(Any, Instants, Times, Times)
            .Sample(
                (hours, from, time, more) =>
                    hours.Add(from, time) <= hours.Add(from, time + more)
                    && hours.Add(from, time) <= hours.Add(from + more, time),
                iter: 3_000
            );

    [Fact]
    public void Working_time_of_parts_adds_up_to_the_whole() =>
        Gen.Select(Any, Instants, Times, Times)
            .Sample(
                (hours, from, a, b) =>
                    hours.Between(from, from + a) + hours.Between(from + a, from + a + b)
                    == hours.Between(from, from + a + b),
                iter: 3_000
            );

    [Fact]
    public void Working_time_flows_exactly_while_open() =>
        Gen.Select(Any, Instants)
            .Sample((hours, at) => hours.Between(at, at.AddTicks(1)).Ticks == (hours.IsOpen(at) ? 1 : 0), iter: 3_000);

    /// <summary>Hours and clocks that change within them are what the examples above are for.</summary>
    [Fact]
    public void Open_is_what_the_clock_on_the_wall_and_the_calendar_say() =>
        Gen.Select(Any, Instants)
            .Where((hours, at) => OffsetsAround(hours.Zone, at).Distinct().Count() == 1)
            .Sample((hours, at) => hours.IsOpen(at) == IsOpenByTheWall(hours, at), iter: 3_000);

    [Fact]
    public void No_more_working_time_passes_than_time() =>
        Gen.Select(Any, Instants, Times)
            .Sample((hours, from, time) => hours.Between(from, from + time) <= time, iter: 3_000);

    private static bool IsOpenByTheWall(WorkingHours hours, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, hours.Zone).DateTime;
        return new[] { local.Date, local.Date.AddDays(-1) }.Any(date =>
        {
            var day = DateOnly.FromDateTime(date);
            var (from, to) = hours.Week?.On(day.DayOfWeek) is { } own ? (own.From, own.To) : (hours.From, hours.To);
            var end = date + to.ToTimeSpan() + (to > from ? TimeSpan.Zero : TimeSpan.FromDays(1));
            return hours.Days.Includes(day.DayOfWeek)
                && !hours.Holidays.Contains(day)
                && local >= date + from.ToTimeSpan()
                && local < end;
        });
    }

    private static IEnumerable<TimeSpan> OffsetsAround(TimeZoneInfo zone, DateTimeOffset at) =>
        Enumerable.Range(-4, 9).Select(half => zone.GetUtcOffset(at.AddHours(12 * half)));

    private static DateTimeOffset At(string local) =>
        new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(3));

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static long Seconds(int year) => Utc(year, 1, 1).ToUnixTimeSeconds();
}
