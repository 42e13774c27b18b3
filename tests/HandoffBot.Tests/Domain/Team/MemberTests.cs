using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class MemberTests
{
    private static readonly WorkingHours Hours = WorkingHours.Default(TimeZoneInfo.Utc);

    /// <summary>A Monday.</summary>
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_gives_up_one_role_keeps_the_others_and_who_has_none_left_is_gone()
    {
        var member = New(Roles.Rep | Roles.Manager);

        member.Resign(Roles.Rep, Noon, 41);
        Assert.Equal((Roles.Manager, 41L), (member.Roles, member.LeftUpdateId));
        Assert.True(member.IsPresent && member.IsManager && member.MaySell && member.IsMarketer);
        member.Resign(Roles.Manager, Noon.AddMinutes(1), 42);

        Assert.Equal((Roles.None, Noon.AddMinutes(1), 42L), (member.Roles, member.LeftAt, member.LeftUpdateId));
        Assert.False(member.IsPresent || member.IsManager || member.MaySell || member.IsMarketer);
        member.Resign(Roles.Manager, Noon.AddMinutes(2), null);
        Assert.Equal(Noon.AddMinutes(1), member.LeftAt);
        member.SeenAs(Roles.Marketer, Noon.AddMinutes(3));
        Assert.True(member.IsPresent && member.IsMarketer);
        Assert.False(member.MaySell || member.IsManager);
        Assert.Null(member.LeftUpdateId);
    }

    [Fact]
    public void The_week_of_offers_begins_on_Monday_by_the_teams_clock()
    {
        var member = New(Roles.Rep);
        var team = Team();
        // Sunday 23:30 in Moscow, and half an hour later it is Monday there.
        var sunday = new DateTimeOffset(2026, 11, 15, 20, 30, 0, TimeSpan.Zero);
        member.CountCome(sunday, team);
        member.CountOffer(sunday, team);
        Assert.Equal((new DateOnly(2026, 11, 9), 1), (member.Tally.Week, member.Tally.Offers));

        member.CountOffer(sunday.AddMinutes(45), team);

        Assert.Equal((new DateOnly(2026, 11, 16), 1), (member.Tally.Week, member.Tally.Offers));
        Assert.Equal(TimeSpan.FromMinutes(15), member.Tally.Until(sunday.AddMinutes(45)));
        member.CountGone(sunday.AddMinutes(90), team);
        Assert.Equal(TimeSpan.FromMinutes(60), member.Tally.OnShift);
        member.CountCome(sunday.AddMinutes(100), team);
        member.CountGone(sunday.AddMinutes(110), team);
        Assert.Equal(TimeSpan.FromMinutes(70), member.Tally.Until(Noon));
    }

    [Fact]
    public void A_weight_is_from_none_to_nine()
    {
        var member = New(Roles.Rep);
        Assert.Equal(1, member.Weight);

        member.Weigh(9);
        Assert.Equal(9, member.Weight);
        member.Weigh(0);
        Assert.Equal(0, member.Weight);
        Assert.Throws<ArgumentOutOfRangeException>(() => member.Weigh(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => member.Weigh(-1));
    }

    [Fact]
    public void Time_off_is_refused_by_its_reason_and_may_follow_another_at_once()
    {
        var member = New(Roles.Rep);
        TimeOffProblem Take(double from, double to) =>
            member.TakeTimeOff(new TimeOff(Noon.AddHours(from), Noon.AddHours(to)), Noon);

        Assert.Equal(TimeOffProblem.EndsFirst, Take(2, 2));
        Assert.Equal(TimeOffProblem.Past, Take(-2, 0));
        Assert.Equal(TimeOffProblem.TooFar, Take(2, (400 * 24) + 0.1));
        Assert.Equal(TimeOffProblem.None, Take(2, 400 * 24));
        Assert.True(member.CancelTimeOff(Noon.AddHours(2)));
        Assert.False(member.CancelTimeOff(Noon.AddHours(2)));
        Assert.Equal(TimeOffProblem.None, Take(2, 3));
        Assert.Equal(TimeOffProblem.Overlaps, Take(2.5, 4));
        Assert.Equal(TimeOffProblem.None, Take(3, 4));
        Assert.Equal(TimeOffProblem.None, Take(1, 2));
        Assert.Equal([1, 2, 3], member.TimesOff.Select(o => (o.From - Noon).TotalHours));
    }

    [Fact]
    public void Of_twenty_times_off_the_twentieth_is_taken_and_what_is_over_makes_room()
    {
        var member = New(Roles.Rep);
        var taken = Enumerable
            .Range(1, 21)
            .Select(day => member.TakeTimeOff(new TimeOff(Noon.AddDays(day), Noon.AddDays(day).AddHours(1)), Noon))
            .ToList();

        Assert.Equal(20, taken.Count(t => t is TimeOffProblem.None));
        Assert.Equal(TimeOffProblem.TooMany, taken[20]);
        var after = Noon.AddDays(1).AddHours(1);
        Assert.Equal(
            TimeOffProblem.None,
            member.TakeTimeOff(new TimeOff(after.AddMinutes(1), after.AddMinutes(2)), after)
        );
    }

    [Fact]
    public void A_break_and_an_early_shift_end_at_their_time_and_from_then_on_it_stands_so()
    {
        var member = New(Roles.Rep);
        member.Rest(TimeSpan.FromMinutes(30), Noon);
        Assert.Equal(Away.OnBreak, member.ShiftAt(Noon.AddMinutes(29), Hours).Why);

        var back = member.ShiftAt(Noon.AddMinutes(30), Hours);
        Assert.Equal((true, Noon.AddMinutes(30)), (back.IsOn, back.Since));

        // At six the team has gone; who comes at seven stays until the day ends.
        member.ComeOn(Noon.AddHours(7), Hours);
        Assert.True(member.ShiftAt(Noon.AddHours(8), Hours).IsOn);
        var over = member.ShiftAt(Noon.AddHours(12), Hours);
        Assert.Equal((false, Noon.AddHours(12)), (over.IsOn, over.Since));
    }

    private static Member New(Roles roles)
    {
        var member = new Member { Team = new TeamId(1), Person = new PersonId(11) };
        member.SeenAs(roles, Noon);
        return member;
    }

    private static SalesTeam Team() =>
        new()
        {
            Id = new TeamId(1),
            Name = "Windows",
            Locale = new Locale(Language.English, "Europe/Moscow", "RU", "RUB"),
        };

    [Fact]
    public void Who_takes_no_leads_and_leaves_the_rest_has_no_place_left()
    {
        var member = new Member { Team = new TeamId(1), Person = new PersonId(11) };
        member.SeenAs(Roles.Marketer, Noon);
        member.TakeLeads(false);

        member.Resign(Roles.Marketer, Noon, 5);

        Assert.False(member.IsPresent);
    }
}
