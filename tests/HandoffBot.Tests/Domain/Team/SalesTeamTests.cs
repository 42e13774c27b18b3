using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class SalesTeamTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_setting_holds_and_is_a_change()
    {
        var team = New();
        var (low, high) = (Ladder.Default with { Remind = TimeSpan.FromMinutes(9) }, Ladder.Default);

        team.Work(WeekDays.MondayToFriday | (WeekDays)(1 << 6), new(10, 0), new(20, 0));
        team.CloseOn([new(2027, 1, 1)]);
        team.Climb(Ladder.Default with { Remind = TimeSpan.FromMinutes(1) });
        team.Climb(LeadPriority.Low, low);
        team.Climb(LeadPriority.High, high);
        team.Carry(new Capacity(7, 3));
        team.JoinWithin(14);
        team.Settle(team.Locale with { Currency = "EUR" });
        team.HandOut(team.Handing);

        Assert.Equal(9, team.Version);
        Assert.Equal((new TimeOnly(10, 0), new TimeOnly(20, 0)), (team.WorkFrom, team.WorkTo));
        Assert.True(team.WorkDays.HasFlag((WeekDays)(1 << 6)));
        Assert.Equal([new(2027, 1, 1)], team.Holidays);
        Assert.Equal(TimeSpan.FromMinutes(1), team.Ladder.Remind);
        Assert.Equal((low, high), (team.LowLadder, team.HighLadder));
        Assert.Equal((low, high), (team.Rhythm.Low, team.Rhythm.High));
        Assert.Equal((new Capacity(7, 3), TimeSpan.FromDays(14)), (team.Capacity, team.JoinsWithin));
        Assert.Equal("EUR", team.Locale.Currency);
    }

    [Fact]
    public void Left_alone_it_counts_from_then_and_never_from_earlier()
    {
        var team = New();
        Assert.Null(team.Attend());
        team.StayAlone(Noon);
        Assert.Null(team.UnattendedSince);
        team.LeaveAlone(Noon);

        team.StayAlone(Noon.AddMinutes(-1));
        Assert.Equal(Noon, team.UnattendedSince);
        team.StayAlone(Noon.AddMinutes(5));
        team.NoteUnattendedTold();

        Assert.True(team.IsUnattendedTold);
        Assert.Equal(Noon.AddMinutes(5), team.Attend());
        Assert.Null(team.UnattendedSince);
        Assert.False(team.IsUnattendedTold);
    }

    [Fact]
    public void An_installation_has_one_admin_and_after_a_reset_none_and_other_codes()
    {
        var installation = new Installation { Key = "key" };
        installation.Appoint(new PersonId(1));
        Assert.Equal((new PersonId(1), 1, 0), (installation.Admin, installation.Version, installation.SetupGeneration));

        installation.ResetAdmin();

        Assert.Null(installation.Admin);
        Assert.Equal((2, 1, 1), (installation.Version, installation.SetupGeneration, installation.Id));
    }

    [Fact]
    public void Usual_settings_are_those_of_the_trade()
    {
        var team = New();

        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(18, 0)), (team.WorkFrom, team.WorkTo));
        Assert.Equal(new Handing(HandingMode.Free, TimeSpan.FromMinutes(3)), team.Handing);
        Assert.Equal((30, new Capacity(15, 5)), (team.JoinsWithinDays, team.Capacity));
    }

    private static SalesTeam New() =>
        new()
        {
            Id = new TeamId(1),
            Name = "Windows",
            Locale = new Locale(Language.English, "Europe/Moscow", "RU", "RUB"),
        };
}
