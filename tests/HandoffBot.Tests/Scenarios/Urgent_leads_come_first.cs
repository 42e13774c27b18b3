using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Urgent_leads_come_first
{
    [Theory]
    [InlineData(
        "English",
        "Urgent",
        "Its leads are urgent",
        "urgent 1 2 4 15",
        "urgent 1 / 2 / 4 min",
        "SLA…",
        "has waited 1 min"
    )]
    [InlineData(
        "Russian",
        "Срочный",
        "Лиды срочные",
        "срочные 1 2 4 15",
        "срочные 1 / 2 / 4 мин",
        "Норматив…",
        "ждёт 1 мин"
    )]
    public async Task A_source_is_made_urgent_its_leads_have_their_own_sla_and_are_taken_first(
        string language,
        string urgent,
        string isUrgent,
        string ladder,
        string shown,
        string sla,
        string waits
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var usual = await s.LeadArrives(new { phone = "+79120000001", product = "Doors" });
        await s.Sales.ExpectMessage($"🔥 {usual}");
        s.Olga.Says("/source");
        var sources = await s.Olga.Expect(
            m => m.Buttons.Any(b => b.Text.Contains("Site", StringComparison.Ordinal)),
            "sources"
        );
        await s.Olga.Press(sources, sources.Buttons.First(b => b.Text.Contains("Site", StringComparison.Ordinal)).Text);
        await s.Olga.Press(await s.Olga.Expect(m => ScenarioChat.Buttons(m).Contains(urgent), "the source"), urgent);
        await s.Olga.ExpectMessage(isUrgent);
        s.Olga.Says("/settings");
        await s.Olga.Press(await s.Olga.Expect(m => ScenarioChat.Buttons(m).Contains(sla), "settings"), sla);
        await s.Olga.ExpectMessage("3 5 10 30");
        s.Olga.Says(ladder);
        await s.Olga.ExpectMessage(shown);
        s.TimePasses(TimeSpan.FromSeconds(2));

        var fast = await s.LeadArrives(new { phone = "+79120000002", product = "Windows" });
        var card = await s.Sales.ExpectMessage($"🔥❗ {fast}");
        s.TimePasses(TimeSpan.FromMinutes(1));
        await s.Sales.ExpectReplyTo(card, $"{fast} {waits}");
        var next = await s.Ivan.PressData(card, "1next.2");

        Assert.Contains($"{fast}", next.Text, StringComparison.Ordinal);
        var owner = await s.ReadAsync(db => db.Leads.Where(l => l.Id == fast).Select(l => l.Owner).SingleAsync());
        Assert.Equal(s.Ivan.Id, owner!.Value.Value);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Where_the_team_wants_it_a_lead_nobody_took_is_offered_to_the_next_by_name(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var sla = $"{s.Words["Team.SetLadder"]}…";
        s.Olga.Says("/settings");
        await s.Olga.Press(await s.Olga.Expect(m => ScenarioChat.Buttons(m).Contains(sla), "settings"), sla);
        await s.Olga.ExpectMessage("3 5 7 10 30");
        s.Olga.Says("3 5 7 10 30");
        await s.Olga.ExpectMessage(s.Words.Say("Team.SetLadderIs", "3 / 5 / 7 / 10", 30));
        s.TimePasses(TimeSpan.FromSeconds(2));

        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        var kept = s.Language is Language.Russian ? "Сначала" : "First";
        s.TimePasses(TimeSpan.FromMinutes(7));
        var turned = await s.Sales.Expect(
            m => m.Id == card.Id && m.Text!.Contains(kept, StringComparison.Ordinal),
            "kept for one"
        );
        var first = turned.Text!.Contains(s.Ivan.Name, StringComparison.Ordinal) ? s.Ivan : s.Anna;
        var offer = await first.ExpectMessage(s.Words.Say("Handoff.Offered", $"{lead}"));
        await first.Press(offer, s.Words["Handoff.Take"]);

        await first.ExpectMessage($"{lead}", "+79123451234");
        var steps = await s.ReadAsync(db =>
            db.LeadEvents.Where(e => e.Lead == lead && e.Step == LeadStep.Next).CountAsync()
        );
        Assert.Equal(1, steps);
    }
}
