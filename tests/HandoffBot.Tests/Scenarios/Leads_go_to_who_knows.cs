using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Intake;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Member = HandoffBot.Domain.Team.Member;
using Message = HandoffBot.Sandbox.World.Message;

namespace HandoffBot.Tests.Scenarios;

public sealed class Leads_go_to_who_knows
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task By_skills_a_lead_is_offered_to_who_knows_its_city_or_the_customers_language(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await SetAsync(s, HandingMode.Skills);
        await ChangeAsync(s, s.Anna, m => m.Know(["казань", "рим"]));
        await ChangeAsync(s, s.Ivan, m => m.Know(["english", "немецкий"]));

        await s.LeadArrives(
            new
            {
                phone = "+79120000001",
                product = "Окна",
                city = "Казани",
            }
        );
        await OfferedAsync(s, s.Anna, 1);
        await s.LeadArrives(new { phone = "+442071234567", product = "Windows" });
        await OfferedAsync(s, s.Ivan, 2);
        await s.LeadArrives(new { email = "a@example.com", message = "Guten Tag, große Fenster" });
        await OfferedAsync(s, s.Ivan, 3);
        await s.LeadArrives(
            new
            {
                phone = "+79120000004",
                product = "Примерка",
                page = "https://example.com/en/fitting",
            }
        );
        await OfferedAsync(s, s.Ivan, 4);
        await s.LeadArrives(new { phone = "+79120000005", product = "Примерка" });

        var free = await s.Sales.ExpectMessage("🔥 L-5", s.Words.Say("Handoff.TakeBy", "10:05"));
        var why = await s.Anna.Press(free, s.Words["Handoff.Why"]);
        Assert.Contains(s.Words["Handoff.SkipOtherSkills"], why.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task By_skills_a_lead_is_offered_to_who_knows_its_product_and_it_is_said_why(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await SetAsync(s, HandingMode.Skills);
        await ChangeAsync(s, s.Anna, m => m.Know(["двери", "gates"]));
        await ChangeAsync(s, s.Ivan, m => m.Know(["окна"]));

        await s.LeadArrives(new { phone = "+79120000001", product = "Межкомнатная дверь" });
        var offer = await OfferedAsync(s, s.Anna, 1);
        var why = await s.Anna.Press(offer, w["Handoff.WhyMe"]);
        await s.Anna.ExpectMessage(
            w.Say("Handoff.ExplainTitle", "L-1"),
            w.Say("Handoff.ExplainSkills", "10:00", "Anna"),
            w.Say("Handoff.ExplainSkip", "Ivan", w["Handoff.SkipOtherSkills"])
        );
        await s.LeadArrives(new { phone = "+79120000002", product = "Garage gate" });
        await OfferedAsync(s, s.Anna, 2);

        var skipped = w.Say(
            "Handoff.WhySkipped",
            $"Ivan ({w["Handoff.SkipOtherSkills"]}), Peter ({w["Handoff.SkipUnreachable"]})"
        );
        Assert.Equal($"{w["Handoff.WhyYouSkills"]} {skipped}", why.Text);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task By_skills_a_lead_is_offered_to_who_knows_the_source_it_came_by(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await SetAsync(s, HandingMode.Skills);
        await ChangeAsync(s, s.Anna, m => m.Know(["site"]));
        await ChangeAsync(s, s.Ivan, m => m.Know(["выставка"]));
        await s.ReadAsync(async db =>
        {
            var now = s.World.Clock.GetUtcNow();
            var source = new Source
            {
                Team = new TeamId(1),
                Name = "Выставка 2027",
                CreatedAt = now,
            };
            source.Rekey(SourceKeys.Hash("hb_expo"), now, TimeSpan.Zero);
            db.Sources.Add(source);
            return await db.SaveChangesAsync();
        });

        await s.LeadArrives(new { phone = "+79120000001", product = "Doors" }, "hb_expo");
        await OfferedAsync(s, s.Ivan, 1);
        await s.LeadArrives(new { phone = "+79120000002", product = "Doors" });

        await OfferedAsync(s, s.Anna, 2);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task In_turn_where_nobody_has_a_weight_every_lead_is_for_all(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await SetAsync(s, HandingMode.InTurn);
        foreach (var rep in new[] { s.Anna, s.Ivan, s.Peter })
        {
            await ChangeAsync(s, rep, m => m.Weigh(0));
        }

        await s.LeadArrives();

        var card = await s.Sales.ExpectMessage("🔥 L-1", w.Say("Handoff.TakeBy", "10:05"));
        var why = await s.Anna.Press(card, w["Handoff.Why"]);
        await s.Ivan.Press(card, w["Handoff.Take"]);
        await s.Ivan.ExpectMessage("+79123451234");
        Assert.Equal($"{w["Handoff.WhyNobody"]} {w.Say("Handoff.WhyNotYou", w["Handoff.SkipNoWeight"])}", why.Text);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task In_turn_who_has_no_weight_is_offered_none_and_who_has_twice_gets_twice(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await SetAsync(s, HandingMode.InTurn);
        await s.FreeHandsAsync();
        s.World.Start(s.Peter.Id);
        await s.ReadUntilAsync(db => db.People.AllAsync(p => p.StartedAt != null));
        await ChangeAsync(s, s.Anna, m => m.Weigh(2));
        await ChangeAsync(s, s.Peter, m => m.Weigh(0));
        s.TimePasses(TimeSpan.FromMinutes(1));

        for (var n = 1; n <= 6; n++)
        {
            await s.LeadArrives(new { phone = $"+791200000{n:00}", product = "Doors" });
            await s.Sales.ExpectMessage($"🔥 L-{n}");
        }

        var offered = await s.ReadAsync(db => db.Leads.Select(l => l.OfferedTo).ToListAsync());
        Assert.Equal(
            (4, 2, 0),
            (
                offered.Count(o => o == new PersonId(s.Anna.Id)),
                offered.Count(o => o == new PersonId(s.Ivan.Id)),
                offered.Count(o => o == new PersonId(s.Peter.Id))
            )
        );
    }

    private static async Task<Message> OfferedAsync(Scenario s, ScenarioPerson to, int n)
    {
        await s.Sales.ExpectMessage($"🔥 L-{n}", s.Words.Say("Handoff.KeptUntil", to.Name, "10:03"));
        return await to.ExpectMessage($"L-{n}", s.Words.Say("Handoff.OfferedUntil", "10:03"));
    }

    private static async Task SetAsync(Scenario s, HandingMode mode)
    {
        await s.ReadAsync(async db =>
        {
            var team = await db.Teams.SingleAsync();
            team.HandOut(team.Handing with { Mode = mode });
            return await db.SaveChangesAsync();
        });
        // A door is known for a second.
        s.TimePasses(TimeSpan.FromSeconds(2));
    }

    private static Task<int> ChangeAsync(Scenario s, ScenarioPerson who, Action<Member> change) =>
        s.ReadAsync(async db =>
        {
            change(await db.Members.SingleAsync(m => m.Person == new PersonId(who.Id)));
            return await db.SaveChangesAsync();
        });
}
