using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Nobody_is_on_shift
{
    [Fact]
    public async Task The_clock_stands_the_manager_is_told_and_who_comes_gets_what_waits()
    {
        await using var s = await Scenario.StartAsync();
        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");
        s.TimePasses(TimeSpan.FromMinutes(1));
        await AllGoAsync(s);
        var told = await s.Olga.ExpectMessage("Nobody is on shift: 1 lead waiting", "10:00", "The clock stands");

        s.TimePasses(TimeSpan.FromHours(2));
        await s.SweptAsync();
        Assert.Equal(LeadStep.None, await SaidAsync(s));
        s.Anna.Says("/on");
        var greeting = await s.Anna.ExpectMessage("You are on shift again", "1 lead waiting", "10:00");
        s.TimePasses(TimeSpan.FromMinutes(1));
        await s.SweptAsync();
        Assert.Equal(LeadStep.None, await SaidAsync(s));
        s.TimePasses(TimeSpan.FromMinutes(1.5));
        await s.Sales.ExpectMessage("L-1 has waited");
        await s.Anna.Press(greeting, "Take the first");

        await s.Anna.ExpectMessage("+79123451234");
        Assert.Equal(["L-1…"], ScenarioChat.Buttons(told));
    }

    [Fact]
    public async Task In_Russian_the_manager_is_told_once_and_gives_the_lead_to_somebody()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        await AllGoAsync(s, "Вы не на смене");
        await s.LeadArrives();
        var told = await s.Olga.ExpectMessage("Никого на смене: ждёт 1 лид", "часы стоят");
        await s.LeadArrives(new { phone = "+79120000002", product = "Двери" });
        await s.Sales.ExpectMessage("🔥 L-2");
        s.TimePasses(TimeSpan.FromHours(1));
        await s.SweptAsync();

        await s.Olga.Press(told, "L-1…");
        var whom = await s.Olga.ExpectMessage("L-1", "Кому");
        await s.Olga.Press(whom, $"{s.Ivan.Name} (0), не на смене");

        await s.Ivan.ExpectMessage("+79123451234");
        Assert.Single(s.Olga.Messages, m => m.Text?.Contains("Никого на смене", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task What_came_at_night_waits_for_the_first_of_the_morning()
    {
        await using var s = await Scenario.StartAsync();
        await s.TakenBy(s.Ivan);
        s.TimePasses(TimeSpan.FromHours(12));
        await s.SweptAsync();
        await s.LeadArrives(new { phone = "+79120000002", product = "Doors" });
        await s.LeadArrives(new { phone = "+79120000003", product = "Gates" });
        await s.Sales.ExpectMessage("🔥 L-3");
        s.TimePasses(TimeSpan.FromHours(11));

        var morning = await s.Anna.ExpectMessage("Good morning", "2 leads waiting", "yesterday 22:00");
        await s.Anna.Press(morning, "Take the first");
        await s.Anna.ExpectMessage("L-2 · Doors", "+79120000002");

        Assert.True(morning.Silent);
    }

    private static async Task AllGoAsync(Scenario s, string answer = "Off shift until")
    {
        ScenarioPerson[] reps = [s.Ivan, s.Anna];
        foreach (var rep in reps)
        {
            rep.Says("/off");
            await rep.ExpectMessage(answer);
        }

        s.World.Say(s.Peter.Id, s.Sales.Id, "/off");
        await s.ReadUntilAsync(db => db.Teams.AnyAsync(t => t.UnattendedSince != null));
    }

    private static Task<LeadStep> SaidAsync(Scenario s) => s.ReadAsync(db => db.Leads.Select(l => l.Said).FirstAsync());
}
