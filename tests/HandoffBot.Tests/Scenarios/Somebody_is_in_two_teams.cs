using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

/// <summary>Olga and Ivan are of "Windows" and of "Doors"; they were seen in "Windows" last.</summary>
public sealed class Somebody_is_in_two_teams
{
    private const string Windows = "Windows";
    private const string Doors = "Doors";

    private static readonly TeamId DoorsId = new(2);

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Going_off_shift_says_for_which_team_and_a_press_does_it_for_the_other(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.SecondTeamAsync(Doors, s.Ivan);

        s.Ivan.Says("/off");
        var off = await s.Ivan.ExpectMessage($"\u00B7 {Windows}", s.Words["Team.ShiftOffThen"]);
        await s.Ivan.Press(off, s.Words["Common.AnotherTeam"]);
        var on = await s.Ivan.ExpectMessage($"\u00B7 {Doors}", s.Words["Team.ShiftOnThen"]);
        await s.Ivan.Press(on, s.Words["Team.ShiftGoOff"]);

        await s.Ivan.ExpectTurned(on, $"\u00B7 {Doors}", s.Words["Team.ShiftOffThen"]);
        s.Ivan.Says("/mine");
        await s.Ivan.ExpectMessage(s.Words["Handoff.MineNone"], $"\u00B7 {Doors}");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_menu_switches_and_an_older_one_still_means_its_own_team(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.SecondTeamAsync(Doors, s.Ivan);
        s.Ivan.Says("/menu");
        var menu = await s.Ivan.ExpectMessage(Windows, s.Words["Team.MenuHow"]);

        await s.Ivan.Press(menu, s.Words["Common.AnotherTeam"]);
        var other = await s.Ivan.ExpectMessage(Doors, s.Words["Team.MenuHow"]);
        await s.Ivan.Press(other, s.Words["Team.MenuMine"]);
        await s.Ivan.ExpectMessage(s.Words["Handoff.MineNone"], $"\u00B7 {Doors}");
        await s.Ivan.Press(menu, s.Words["Team.MenuMine"]);

        await s.Ivan.ExpectMessage(s.Words["Handoff.MineNone"], $"\u00B7 {Windows}");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Of_three_teams_it_is_asked_which(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.SecondTeamAsync(Doors, s.Ivan);
        await s.SecondTeamAsync("Balconies", s.Ivan);
        s.Ivan.Says("/team");
        var team = await s.Ivan.ExpectMessage(Windows);

        await s.Ivan.Press(team, s.Words["Common.AnotherTeam"]);
        var which = await s.Ivan.ExpectMessage(s.Words["Team.OtherWhich"]);
        Assert.Equal(["Balconies", Doors], ScenarioChat.Buttons(which));
        await s.Ivan.Press(which, Doors);

        await s.Ivan.ExpectMessage(s.Words.Say("Team.Mates", Doors, 1, 1));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_installations_admin_sets_up_a_team_without_being_in_its_chat(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.SecondTeamAsync(Doors);
        s.Olga.Says("/settings");
        var settings = await s.Olga.ExpectMessage(s.Words.Say("Team.SettingsOf", Windows));

        await s.Olga.Press(settings, s.Words["Common.AnotherTeam"]);
        settings = await s.Olga.ExpectMessage(s.Words.Say("Team.SettingsOf", Doors));
        await s.Olga.Press(settings, s.Words["Team.SetCapacity"] + "…");
        await s.Olga.ExpectMessage(s.Words["Team.AskCapacity"]);
        s.Olga.Says("20 5");

        await s.Olga.Expect(
            m =>
                m.Id > settings.Id && m.Text!.Contains(s.Words.Say("Team.SettingsOf", Doors), StringComparison.Ordinal),
            "the settings of Doors, changed"
        );
        await s.Olga.Press(settings, s.Words["Team.Changes"]);
        await s.Olga.ExpectMessage(s.Words.Say("Team.ChangesOf", Doors), s.Words["Team.SetCapacity"]);
        Assert.Equal(20, (await s.ReadAsync(db => db.Teams.FindAsync(DoorsId).AsTask()))!.Capacity.Open);
        Assert.Null(await s.ReadAsync(db => db.Members.FindAsync(DoorsId, new PersonId(s.Olga.Id)).AsTask()));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task What_is_said_unasked_names_the_team_too(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.SecondTeamAsync(Doors, s.Ivan, s.Olga);
        foreach (var rep in new[] { s.Ivan, s.Anna })
        {
            rep.Says("/off");
            await rep.ExpectMessage(s.Words["Team.ShiftOffThen"]);
        }

        s.World.Say(s.Peter.Id, s.Sales.Id, "/off");
        await s.ReadUntilAsync(db => db.Teams.AnyAsync(t => t.UnattendedSince != null));
        await s.LeadArrives();
        await s.Olga.ExpectMessage($"\u00B7 {Windows}", s.Words["Reminders.NobodyThereThen"]);
        s.Ivan.Says("/on");
        var greeting = await s.Ivan.ExpectMessage(
            $"\u00B7 {Windows}",
            s.Words.Say("Reminders.MorningWait", 1, "10:00")
        );
        s.TimePasses(TimeSpan.FromMinutes(10.5));
        await s.Olga.ExpectMessage($"\u00B7 {Windows}", s.Words["Reminders.ManagerWhatNow"]);

        Assert.Contains(s.Words["Reminders.TakeFirst"], ScenarioChat.Buttons(greeting));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Of_one_team_nobody_is_asked_nor_told(string language)
    {
        await using var s = await Scenario.StartInAsync(language);

        s.Ivan.Says("/off");
        var off = await s.Ivan.ExpectMessage(s.Words["Team.ShiftOffThen"]);

        Assert.DoesNotContain(Windows, off.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(s.Words["Common.AnotherTeam"], ScenarioChat.Buttons(off));
    }
}
