using CsCheck;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

/// <summary>The team works Monday to Friday, 9 to 18, in Moscow; the first Monday is 23 November 2026.</summary>
public sealed class ShiftPlanTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly WorkingHours Usual = WorkingHours.Default(Moscow);

    [Theory]
    [InlineData("mon-fri 9-18, sat 10-14", "1 09-18;2 09-18;3 09-18;4 09-18;5 09-18;6 10-14")]
    [InlineData("пн–пт 9–18, сб 10–14", "1 09-18;2 09-18;3 09-18;4 09-18;5 09-18;6 10-14")]
    [InlineData("будни 9:30 - 18", "1 09:30-18;2 09:30-18;3 09:30-18;4 09:30-18;5 09:30-18")]
    [InlineData("ПН СР ПТ 10-19", "1 10-19;3 10-19;5 10-19")]
    [InlineData("пт-пн 22-6", "1 22-06;5 22-06;6 22-06;0 22-06")]
    [InlineData("суббота 0-24", "6 00-00")]
    [InlineData("mon 9-5", "1 09-17")]
    [InlineData("вт 10-6, ср 12-8", "2 10-18;3 12-20")]
    [InlineData("mon 18-9", "1 18-09")]
    [InlineData("tue 9am-5pm, wed 12pm-9:30pm", "2 09-17;3 12-21:30")]
    [InlineData("mon 13pm-15pm", "")]
    [InlineData("daily 8-20", "1 08-20;2 08-20;3 08-20;4 08-20;5 08-20;6 08-20;0 08-20")]
    [InlineData("mon 9-18; mon 10-12", "")]
    [InlineData("mon 25-30", "")]
    [InlineData("mon 9-9", "")]
    [InlineData("mon 9-17:59", "1 09-17:59")]
    [InlineData("mon 9-17:60", "")]
    [InlineData("mon 9:60-18", "")]
    [InlineData("mon 0-9", "1 00-09")]
    [InlineData("mon 9-18 10-14", "")]
    [InlineData("mon-fri", "")]
    [InlineData("9-18", "")]
    [InlineData("как получится", "")]
    [InlineData("", "")]
    public void A_plan_is_read_as_people_type_it(string text, string days) =>
        Assert.Equal(days, Shown(ShiftPlanReader.Read(text)));

    [Fact]
    public void Empty_space_around_a_plan_does_not_make_it_too_long() =>
        Assert.Equal("1 09-18", Shown(ShiftPlanReader.Read($"\n mon 9-18{new string(' ', 300)}")));

    [Theory]
    [InlineData("12.12-19.12", "2026-12-12 00:00", "2026-12-20 00:00")]
    [InlineData("12-19 декабря", "2026-12-12 00:00", "2026-12-20 00:00")]
    [InlineData("14.12", "2026-12-14 00:00", "2026-12-15 00:00")]
    [InlineData("с 20 по 25 декабря", "2026-12-20 00:00", "2026-12-26 00:00")]
    [InlineData("1 мая-10 мая", "2027-05-01 00:00", "2027-05-11 00:00")]
    [InlineData("from 28 December to 3 January", "2026-12-28 00:00", "2027-01-04 00:00")]
    [InlineData("Dec 1-5", "2026-12-01 00:00", "2026-12-06 00:00")]
    [InlineData("Dec 25 – Jan 2", "2026-12-25 00:00", "2027-01-03 00:00")]
    [InlineData("14 Dec 13-18", "2026-12-14 13:00", "2026-12-14 18:00")]
    [InlineData("3 January 2027", "2027-01-03 00:00", "2027-01-04 00:00")]
    [InlineData("fri 9-13", "2026-11-27 09:00", "2026-11-27 13:00")]
    [InlineData("14.12 13–18", "2026-12-14 13:00", "2026-12-14 18:00")]
    [InlineData("пт 13-18", "2026-11-27 13:00", "2026-11-27 18:00")]
    [InlineData("завтра", "2026-11-24 00:00", "2026-11-25 00:00")]
    [InlineData("28.12-05.01", "2026-12-28 00:00", "2027-01-06 00:00")]
    [InlineData("10.01", "2027-01-10 00:00", "2027-01-11 00:00")]
    public void Time_off_is_read_as_people_type_it(string text, string from, string to)
    {
        var problem = TimeOffReader.Read(text, At("2026-11-23 10:00"), Moscow, out var off);

        Assert.Equal((TimeOffProblem.None, new TimeOff(At(from), At(to))), (problem, off));
    }

    [Theory]
    [InlineData("19.12-12.12", nameof(TimeOffProblem.EndsFirst))]
    [InlineData("14.12 18-13", nameof(TimeOffProblem.EndsFirst))]
    [InlineData("12.12-19.12 13-18", nameof(TimeOffProblem.EndsFirst))]
    [InlineData("20.11", nameof(TimeOffProblem.Past))]
    [InlineData("12.12.2090", nameof(TimeOffProblem.TooFar))]
    [InlineData("31.11", nameof(TimeOffProblem.NotUnderstood))]
    [InlineData("когда-нибудь", nameof(TimeOffProblem.NotUnderstood))]
    [InlineData("14.12 25-30", nameof(TimeOffProblem.NotUnderstood))]
    [InlineData("01.12-03.12", nameof(TimeOffProblem.Overlaps))]
    public void Time_off_that_cannot_be_is_refused_with_its_reason(string text, string expected)
    {
        var member = New();
        member.TakeTimeOff(new TimeOff(At("2026-12-03 00:00"), At("2026-12-05 00:00")), At("2026-11-23 10:00"));

        var problem = TimeOffReader.Read(text, At("2026-11-23 10:00"), Moscow, out var off);
        problem = problem is TimeOffProblem.None ? member.TakeTimeOff(off, At("2026-11-23 10:00")) : problem;

        Assert.Equal(expected, problem.ToString());
        Assert.Single(member.TimesOff);
    }

    [Fact]
    public void Who_plans_works_by_the_plan_and_not_by_the_teams_hours()
    {
        var member = New();

        member.PlanShifts(ShiftPlanReader.Read("tue 12-20, sat 10-14"));

        Assert.False(member.ShiftAt(At("2026-11-23 10:00"), Usual).IsOn);
        Assert.Equal(
            new ShiftState(true, Away.No, At("2026-11-24 12:00"), At("2026-11-24 20:00")),
            member.ShiftAt(At("2026-11-24 19:00"), Usual)
        );
        Assert.Equal(
            new ShiftState(false, Away.No, At("2026-11-24 20:00"), At("2026-11-28 10:00")),
            member.ShiftAt(At("2026-11-25 10:00"), Usual)
        );
    }

    [Fact]
    public void Time_off_is_cut_out_of_the_hours_and_ends_by_itself()
    {
        var member = New();
        member.TakeTimeOff(new TimeOff(At("2026-11-23 13:00"), At("2026-11-23 15:00")), At("2026-11-23 10:00"));
        member.TakeTimeOff(new TimeOff(At("2026-11-25 00:00"), At("2026-11-28 00:00")), At("2026-11-23 10:00"));

        Assert.Equal(
            new ShiftState(true, Away.No, At("2026-11-23 09:00"), At("2026-11-23 13:00")),
            member.ShiftAt(At("2026-11-23 12:00"), Usual)
        );
        Assert.Equal(
            new ShiftState(false, Away.No, At("2026-11-23 13:00"), At("2026-11-23 15:00")),
            member.ShiftAt(At("2026-11-23 13:00"), Usual)
        );
        Assert.Equal(At("2026-11-23 15:00"), member.ShiftAt(At("2026-11-23 16:00"), Usual).Since);
        Assert.Equal(At("2026-11-30 09:00"), member.ShiftAt(At("2026-11-26 10:00"), Usual).Until);
    }

    [Fact]
    public void On_a_holiday_nobody_works_and_no_working_time_passes()
    {
        var hours = Usual with { Holidays = [new DateOnly(2026, 11, 24)] };
        var member = New();
        member.PlanShifts(ShiftPlanReader.Read("tue 12-20, wed 12-20"));

        Assert.False(member.ShiftAt(At("2026-11-24 13:00"), hours).IsOn);
        Assert.Equal(At("2026-11-25 09:05"), hours.Add(At("2026-11-23 18:00"), TimeSpan.FromMinutes(5)));
        Assert.Equal(TimeSpan.Zero, hours.Between(At("2026-11-24 00:00"), At("2026-11-25 00:00")));
    }

    [Fact]
    public void Whatever_is_typed_reading_never_throws_and_what_is_read_is_in_order()
    {
        var words = "mon fri пн-пт 9-18 22-6 12.12 12.12-19.12 завтра - , 31.02 9:61 декабря сб".Split(' ');
        Gen.Int[0, words.Length - 1]
            .Select(i => words[i])
            .Array[0, 6]
            .Sample(said =>
            {
                var text = string.Join(' ', said);
                var plan = ShiftPlanReader.Read(text);
                var problem = TimeOffReader.Read(text, At("2026-11-23 10:00"), Moscow, out var off);
                Assert.True(plan is null || plan.Days.Count == plan.Days.DistinctBy(d => d.Day).Count());
                Assert.True(problem is not TimeOffProblem.None || off.To > off.From);
            });
        Gen.String.Sample(text =>
        {
            _ = ShiftPlanReader.Read(text);
            _ = TimeOffReader.Read(text, At("2026-11-23 10:00"), Moscow, out _);
        });
    }

    [Fact]
    public void Since_when_it_stands_so_is_the_last_change_before()
    {
        Gen.Select(Gen.Int[0, 60 * 24 * 14], Gen.Int[0, 23], Gen.Int[1, 30])
            .Sample(
                (minute, from, length) =>
                {
                    var start = TimeOnly.MinValue.AddHours(from);
                    var hours = new WorkingHours(Moscow, WeekDays.MondayToFriday, start, start.AddHours(length % 24));
                    var at = At("2026-11-23 00:00").AddMinutes(minute);
                    var since = hours.StandsSince(at);
                    Assert.True(since <= at);
                    Assert.Equal(hours.IsOpen(at), hours.IsOpen(since));
                    Assert.NotEqual(hours.IsOpen(at), hours.IsOpen(since.AddTicks(-1)));
                }
            );
    }

    private static string Shown(ShiftPlan? plan) =>
        plan is null ? "" : string.Join(';', plan.Days.Select(d => $"{(int)d.Day} {Clock(d.From)}-{Clock(d.To)}"));

    private static string Clock(TimeOnly time) =>
        time.ToString(time.Minute == 0 ? "HH" : "HH:mm", CultureInfo.InvariantCulture);

    private static Member New() => new() { Team = new TeamId(1), Person = new PersonId(1) };

    private static DateTimeOffset At(string wall) =>
        WallClock.At(DateTime.ParseExact(wall, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Moscow);
}
