using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

/// <summary>The team works Monday to Friday, 9 to 18, in Moscow.</summary>
public sealed class ShiftTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly WorkingHours Usual = WorkingHours.Default(Moscow);

    private static readonly WorkingHours Always = new(Moscow, WeekDays.All, TimeOnly.MinValue, TimeOnly.MinValue);

    [Theory]
    [InlineData("2026-11-23 10:00", true, "2026-11-23 18:00")]
    [InlineData("2026-11-23 18:00", false, "2026-11-24 09:00")]
    [InlineData("2026-11-21 12:00", false, "2026-11-23 09:00")]
    public void Who_says_nothing_works_when_the_team_does(string at, bool isOn, string until) =>
        Assert.Equal((isOn, At(until)), Shown(New(), At(at)));

    [Theory]
    [InlineData("2026-11-23 10:00", "2026-11-23 17:59", "2026-11-24 09:00")]
    [InlineData("2026-11-20 10:00", "2026-11-23 08:59", "2026-11-23 09:00")]
    [InlineData("2026-11-23 20:00", "2026-11-24 08:59", "2026-11-24 09:00")]
    public void Who_goes_off_is_back_with_the_next_hours_of_the_team(string at, string still, string back)
    {
        var member = New();

        member.GoOff(At(at), Usual);

        Assert.Equal((false, At(back)), Shown(member, At(still)));
        Assert.True(member.ShiftAt(At(back), Usual).IsOn);
    }

    [Theory]
    [InlineData("2026-11-23 08:50", "2026-11-23 18:00")]
    [InlineData("2026-11-23 20:00", "2026-11-24 00:00")]
    public void Who_comes_before_their_hours_goes_with_the_end_of_them(string comes, string goes)
    {
        var member = New();

        member.ComeOn(At(comes), Usual);

        Assert.Equal(At(goes), member.ShiftEndsAt(At(comes).AddMinutes(5), Usual));
    }

    [Fact]
    public void Where_the_team_never_closes_who_goes_off_comes_back_by_themselves()
    {
        var member = New();

        member.GoOff(At("2026-11-23 10:00"), Always);
        var afterDays = member.ShiftAt(At("2026-11-30 10:00"), Always);
        member.ComeOn(At("2026-11-30 10:00"), Always);

        Assert.Equal(new ShiftState(false, Away.OffShift, At("2026-11-23 10:00"), null), afterDays);
        Assert.Equal(
            new ShiftState(true, Away.No, At("2026-11-30 10:00"), null),
            member.ShiftAt(At("2026-11-30 10:00"), Always)
        );
    }

    [Theory]
    [InlineData("2026-11-21 12:00", "2026-11-22 00:00")]
    [InlineData("2026-11-23 07:00", "2026-11-23 09:00")]
    public void Who_comes_outside_the_hours_is_there_until_they_begin_or_the_day_ends(string at, string until)
    {
        var member = New();

        member.ComeOn(At(at), Usual);

        Assert.Equal((true, At(until)), Shown(member, At(at)));
    }

    [Fact]
    public void After_a_break_all_is_as_before()
    {
        var (onSaturday, usual) = (New(), New());
        onSaturday.ComeOn(At("2026-11-21 12:00"), Usual);

        onSaturday.Rest(TimeSpan.FromMinutes(30), At("2026-11-21 13:00"));
        usual.Rest(TimeSpan.FromMinutes(30), At("2026-11-23 17:50"));

        Assert.Equal(
            new ShiftState(false, Away.OnBreak, At("2026-11-21 13:00"), At("2026-11-21 13:30")),
            onSaturday.ShiftAt(At("2026-11-21 13:29"), Usual)
        );
        Assert.True(onSaturday.ShiftAt(At("2026-11-21 13:30"), Usual).IsOn);
        Assert.Equal((false, At("2026-11-24 09:00")), Shown(usual, At("2026-11-23 18:20")));
    }

    [Fact]
    public void Coming_back_ends_a_break_and_a_free_day()
    {
        var member = New();
        member.GoOff(At("2026-11-23 10:00"), Usual);
        member.ComeOn(At("2026-11-23 11:00"), Usual);
        var afterOff = member.ShiftAt(At("2026-11-23 11:00"), Usual);
        member.Rest(TimeSpan.FromHours(2), At("2026-11-23 12:00"));
        member.ComeOn(At("2026-11-23 12:10"), Usual);

        Assert.True(afterOff.IsOn);
        Assert.True(member.ShiftAt(At("2026-11-23 12:10"), Usual).IsOn);
    }

    [Theory]
    [InlineData("2026-11-23 10:00", "2026-11-23 18:00")]
    [InlineData("2026-11-23 20:00", "2026-11-23 20:00")]
    public void Hours_close_at_the_end_of_the_day_that_is_open(string at, string closes) =>
        Assert.Equal(At(closes), Usual.ClosesAt(At(at)));

    [Fact]
    public void Nights_that_touch_are_one_and_what_never_closes_has_no_end()
    {
        var nights = new WorkingHours(Moscow, WeekDays.MondayToFriday, new TimeOnly(20, 0), new TimeOnly(20, 0));

        Assert.Equal(At("2026-11-28 20:00"), nights.ClosesAt(At("2026-11-23 21:00")));
        Assert.Null(Always.ClosesAt(At("2026-11-23 21:00")));
    }

    private static (bool IsOn, DateTimeOffset? Until) Shown(Member member, DateTimeOffset at)
    {
        var state = member.ShiftAt(at, Usual);
        return (state.IsOn, state.Until);
    }

    private static Member New()
    {
        var member = new Member { Team = new TeamId(1), Person = new PersonId(11) };
        member.SeenAs(Roles.Rep, At("2026-11-23 09:00"));
        return member;
    }

    private static DateTimeOffset At(string local) =>
        WallClock.At(DateTime.Parse(local, CultureInfo.InvariantCulture), Moscow);
}
