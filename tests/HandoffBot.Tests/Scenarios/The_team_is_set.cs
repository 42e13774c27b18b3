using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class The_team_is_set
{
    [Fact]
    public async Task The_manager_changes_the_norm_and_it_holds_for_what_waits_already()
    {
        await using var s = await Scenario.StartAsync();
        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");
        s.Olga.Says("/settings");
        var settings = await s.Olga.ExpectMessage(
            "Settings of",
            "Hours: Mon–Fri 09:00–18:00",
            "SLA: 3 / 5 / 10 min, then every 30",
            "Capacity: 15 open, 5 without a call",
            "Handing out: whoever presses first",
            "Repeats: join for 30 days"
        );
        await s.Olga.Press(settings, "SLA…");
        await s.Olga.ExpectMessage("How long may a lead wait", "Now: 3 / 5 / 10 min", "3 5 10 30");
        s.Olga.Says("10 5 3");
        await s.Olga.ExpectMessage("all but the last rising");
        s.Olga.Says("1, 2, 4, 15");
        await s.Olga.ExpectMessage(
            "SLA: 1 / 2 / 4 min, then every 15",
            "Last change: Olga, 10:00. SLA before: 3 / 5 / 10 min, then every 30"
        );

        s.TimePasses(TimeSpan.FromMinutes(2));

        await s.Sales.ExpectMessage("L-1 has waited 2 min", "On shift:");
    }

    [Fact]
    public async Task In_Russian_hours_holidays_and_capacity_are_typed()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        await ChangeAsync(s, "Часы…", "пн–сб 10–20", "Часы: пн–сб 10:00–20:00");
        await ChangeAsync(s, "Праздники…", "17.03-18.03, 09.05", "Праздники: 17–18 марта, 9 мая");
        await ChangeAsync(s, "Загрузка…", "2 0", "Загрузка: открытых 2, без звонка без предела");

        var team = await s.ReadAsync(db => db.Teams.AsNoTracking().SingleAsync());

        Assert.Equal(new Capacity(2, 0), team.Capacity);
        Assert.Equal(3, team.Holidays.Count);
        Assert.False(team.Rhythm.Hours.IsOpen(new DateTimeOffset(2027, 3, 17, 9, 0, 0, TimeSpan.Zero)));
        Assert.Equal(3, await s.ReadAsync(db => db.TeamChanges.CountAsync(c => c.By == new PersonId(s.Olga.Id))));
    }

    [Theory]
    [InlineData("Hours…", "mon-fri 25-30", "Days, then their hours")]
    [InlineData("Hours…", "mon 9-18, mon 10-19", "each day once")]
    [InlineData("Holidays…", "someday", "Whole days, with commas")]
    [InlineData("Holidays…", "09.05 10-12", "Whole days, with commas")]
    [InlineData("Holidays…", "15.03.2027", "Over already: 15 March. Without the year the next ones are meant")]
    [InlineData("Holidays…", "- 23.02", "Not on the list: 23 February 2028")]
    [InlineData("SLA…", "0 5 10 30", "all but the last rising")]
    [InlineData("SLA…", "3 5 99999 30", "all but the last rising")]
    [InlineData("Capacity…", "-1 5", "from 0 to 999")]
    [InlineData("Handing out…", "90", "minutes from 1 to 60")]
    [InlineData("Repeats…", "400", "0 to 366")]
    [InlineData("Repeats…", "2 weeks", "0 to 366")]
    [InlineData("Masking…", "a little", "Press “Usual” or “Strict”")]
    public async Task What_cannot_be_is_explained_and_nothing_changes(string button, string typed, string answer)
    {
        await using var s = await Scenario.StartAsync();
        s.Olga.Says("/settings");
        await s.Olga.Press(await s.Olga.ExpectMessage("Settings of"), button);
        await s.Olga.ExpectMessage("Now:");

        s.Olga.Says(typed);

        await s.Olga.ExpectMessage(answer);
        Assert.Equal(0, await s.ReadAsync(db => db.TeamChanges.CountAsync()));
    }

    private static async Task ChangeAsync(Scenario s, string button, string typed, string shown)
    {
        s.Olga.Says("/settings");
        var settings = await s.Olga.ExpectMessage("Настройки");
        await s.Olga.Press(settings, button);
        await s.Olga.ExpectMessage("Сейчас:");
        s.Olga.Says(typed);
        await s.Olga.ExpectMessage(shown, "Последнее: Olga");
    }
}
