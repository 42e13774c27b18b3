using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Nobody_is_on_shift
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_clock_stands_the_manager_is_told_and_who_comes_gets_what_waits(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");
        s.TimePasses(TimeSpan.FromMinutes(1));
        await AllGoAsync(s);
        var told = await s.Olga.ExpectMessage(
            w.Say("Reminders.NobodyThere", 1, "10:00"),
            w["Reminders.NobodyThereThen"]
        );

        s.TimePasses(TimeSpan.FromHours(2));
        await s.SweptAsync();
        Assert.Equal(LeadStep.None, await SaidAsync(s));
        s.Anna.Says("/on");
        var greeting = await s.Anna.ExpectMessage(
            w["Reminders.BackAtWork"],
            w.Say("Reminders.MorningWait", 1, "10:00")
        );
        s.TimePasses(TimeSpan.FromMinutes(1));
        await s.SweptAsync();
        Assert.Equal(LeadStep.None, await SaidAsync(s));
        s.TimePasses(TimeSpan.FromMinutes(1.5));
        await s.Sales.ExpectMessage(w.Say("Reminders.Waits", "L-1", "").TrimEnd('.'));
        await s.Anna.Press(greeting, w["Reminders.TakeFirst"]);

        await s.Anna.ExpectMessage("+79123451234");
        Assert.Equal([w.Say("Reminders.AssignOne", "L-1")], ScenarioChat.Buttons(told));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_manager_is_told_once_and_gives_the_lead_to_somebody(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await AllGoAsync(s);
        await s.LeadArrives();
        var told = await s.Olga.ExpectMessage(
            w.Say("Reminders.NobodyThere", 1, "10:00"),
            w["Reminders.NobodyThereThen"]
        );
        await s.LeadArrives(new { phone = "+79120000002", product = "Doors" });
        // The clock stands: no time to take it by would hold.
        var card = await s.Sales.ExpectMessage("🔥 L-2");
        Assert.DoesNotContain("10:05", card.Text, StringComparison.Ordinal);
        s.TimePasses(TimeSpan.FromHours(1));
        await s.SweptAsync();

        await s.Olga.Press(told, w.Say("Reminders.AssignOne", "L-1"));
        var whom = await s.Olga.ExpectMessage("L-1", w["Handoff.AssignWhom"]);
        await s.Olga.Press(whom, w.Say("Handoff.AssignToOff", s.Ivan.Name, 0));

        await s.Ivan.ExpectMessage("+79123451234");
        Assert.Single(s.Olga.Messages, m => m.Text?.StartsWith("⚠️", StringComparison.Ordinal) is true);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task What_came_at_night_waits_for_the_first_of_the_morning(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await s.TakenBy(s.Ivan);
        s.TimePasses(TimeSpan.FromHours(12));
        await s.SweptAsync();
        await s.LeadArrives(new { phone = "+79120000002", product = "Doors" });
        await s.LeadArrives(new { phone = "+79120000003", product = "Gates" });
        await s.Sales.ExpectMessage("🔥 L-3");
        s.TimePasses(TimeSpan.FromHours(11));

        var morning = await s.Anna.ExpectMessage(
            w["Reminders.Morning"],
            w.Say("Reminders.MorningWait", 2, $"{w.WeekDay(DayOfWeek.Tuesday)} 22:00")
        );
        await s.Anna.Press(morning, w["Reminders.TakeFirst"]);
        await s.Anna.ExpectMessage("L-2 · Doors", "+79120000002");

        Assert.True(morning.Silent);
    }

    [Theory]
    [InlineData("English", "Nobody is on shift: 1 lead waiting")]
    [InlineData("Russian", "Никого на смене: ждёт 1 лид")]
    public async Task Where_no_manager_can_be_written_to_the_sales_chat_hears_it_once_without_buttons(
        string language,
        string says
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        s.World.Block(s.Olga.Id);
        await AllGoAsync(s);
        await s.LeadArrives();

        var told = await s.Sales.ExpectMessage(says);

        await s.SweptAsync();
        Assert.Empty(told.Buttons);
        Assert.Single(s.Sales.Messages, m => m.Text?.Contains(says, StringComparison.Ordinal) is true);
    }

    [Theory]
    [InlineData("English", "Nobody is on shift: 1 lead waiting")]
    [InlineData("Russian", "Никого на смене: ждёт 1 лид")]
    public async Task A_lead_that_is_to_rest_is_not_counted_among_those_that_wait(string language, string says)
    {
        await using var s = await Scenario.StartInAsync(language);
        var resting = await s.LeadArrives();
        await s.ReadAsync(async db =>
        {
            var (lead, team) = (await db.Leads.SingleAsync(), await db.Teams.SingleAsync());
            var now = s.World.Clock.GetUtcNow();
            lead.Defer(new Actor(new PersonId(s.Olga.Id), true), now.AddHours(5), now, team.Rhythm, SnoozeReason.Other);
            return await db.SaveChangesAsync();
        });
        await AllGoAsync(s);
        await s.SweptAsync();
        Assert.False(s.Olga.HasMessage(s.Words["Reminders.NobodyThereThen"]));

        var hot = await s.LeadArrives(new { phone = "+79120000002", product = "Doors" });

        var told = await s.Olga.ExpectMessage(says);
        Assert.Equal([s.Words.Say("Reminders.AssignOne", hot.ToString())], ScenarioChat.Buttons(told));
        Assert.NotEqual(resting, hot);
    }

    private static async Task AllGoAsync(Scenario s)
    {
        ScenarioPerson[] reps = [s.Ivan, s.Anna];
        foreach (var rep in reps)
        {
            rep.Says("/off");
            await rep.ExpectMessage(s.Words["Team.ShiftOffThen"]);
        }

        s.World.Say(s.Peter.Id, s.Sales.Id, "/off");
        await s.ReadUntilAsync(db => db.Teams.AnyAsync(t => t.UnattendedSince != null));
    }

    private static Task<LeadStep> SaidAsync(Scenario s) => s.ReadAsync(db => db.Leads.Select(l => l.Said).FirstAsync());
}
