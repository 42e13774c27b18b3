using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Member = HandoffBot.Domain.Team.Member;
using Person = HandoffBot.Domain.Team.Person;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_manager_assigns
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_is_on_shift_comes_first_and_the_rest_behind_more(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await HireAsync(s, "Boris", "Clara", "David", "Emma", "Frank");
        await s.TakenBy(s.Ivan);
        s.Anna.Says("/off");
        await s.Anna.ExpectMessage("/on");
        await s.LeadArrives(new { phone = "+79120000002", product = "Doors" });
        await s.Sales.ExpectMessage("🔥 L-2");
        s.Olga.Says("/lead L-2");

        await s.Olga.Press(await s.Olga.ExpectMessage("L-2"), w["Handoff.AssignSomebody"]);
        var whom = await s.Olga.ExpectMessage("L-2", w["Handoff.AssignWhom"]);
        await s.Olga.Press(whom, w.Say("Handoff.AssignMore", 2));
        var more = await s.Olga.Expect(
            m => m.Id > whom.Id && m.Text!.Contains(w["Handoff.AssignWhom"], StringComparison.Ordinal),
            "the rest"
        );

        Assert.Equal(
            ["Boris (0)", "Clara (0)", "David (0)", "Emma (0)", "Frank (0)", "Peter (0)"],
            ScenarioChat.Buttons(whom)[..6]
        );
        Assert.Equal(
            [w.Say("Handoff.AssignTo", "Ivan", 1), w.Say("Handoff.AssignToOff", "Anna", 0)],
            ScenarioChat.Buttons(more)[..2]
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Of_several_late_leads_each_is_assigned_rests_or_is_spam(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await s.LeadArrives(new { phone = "+79120000001", product = "Doors" });
        await s.LeadArrives(new { phone = "+79120000002", product = "Gates" });
        await s.Sales.ExpectMessage("🔥 L-2");
        s.TimePasses(TimeSpan.FromMinutes(11));
        var late = await s.Olga.ExpectMessage("L-1 · Doors", "L-2 · Gates");

        await s.Olga.Press(late, "L-1…");
        var first = await s.Olga.ExpectMessage("L-1 · Doors", w["Handoff.AssignWhom"]);
        var rests = await s.Olga.Press(first, w["Handoff.Defer"]);
        await s.Olga.Press(late, "L-2…");
        var second = await s.Olga.ExpectMessage("L-2 · Gates", w["Handoff.AssignWhom"]);
        await s.Olga.Press(second, w["Handoff.RejectSpam"]);

        Assert.Equal(w.Say("Handoff.DoneDeferred", "L-1"), rests.Text);
        await s.Sales.Expect(m => m.Text?.StartsWith("⛔ L-2", StringComparison.Ordinal) is true, "spam");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_assignment_is_explained_to_the_one_who_has_it_and_to_others(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");
        s.Olga.Says("/lead L-1");
        await s.Olga.Press(await s.Olga.ExpectMessage("L-1"), w["Handoff.AssignSomebody"]);
        await s.Olga.Press(await s.Olga.ExpectMessage(w["Handoff.AssignWhom"]), "Ivan");
        var sheet = await s.Ivan.ExpectMessage("+79123451234");

        var mine = await s.Ivan.Press(sheet, w["Handoff.Why"]);
        await s.Ivan.ExpectMessage(
            w.Say("Handoff.ExplainTitle", "L-1"),
            w.Say("Handoff.ExplainAssigned", "10:00", "Ivan", "Olga")
        );
        s.Anna.Says("/lead L-1");
        var notMine = await s.Anna.Press(await s.Anna.ExpectMessage("L-1"), w["Handoff.Why"]);

        Assert.Equal(w.Say("Handoff.WhyAssignedYou", "Olga"), mine.Text);
        Assert.Equal(w.Say("Handoff.WhyAssigned", "Olga", "Ivan"), notMine.Text);
    }

    private static Task<int> HireAsync(Scenario s, params string[] names) =>
        s.ReadAsync(async db =>
        {
            foreach (var (name, n) in names.Select((name, n) => (name, n)))
            {
                var person = db.People.Add(new Person { Id = new PersonId(77_000 + n), Name = name }).Entity;
                db.Members.Add(new Member { Team = new TeamId(1), Person = person.Id })
                    .Entity.SeenAs(Roles.Rep, s.World.Clock.GetUtcNow());
            }

            return await db.SaveChangesAsync();
        });
}
