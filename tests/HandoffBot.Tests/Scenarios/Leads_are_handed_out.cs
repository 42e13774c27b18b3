using HandoffBot.Domain.Team;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Leads_are_handed_out
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_manager_says_what_each_knows_and_who_gets_more(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Olga.Says("/team");
        var mates = await s.Olga.ExpectMessage(w["Team.MateOn"]);
        await s.Olga.Press(mates, "Anna…");
        var anna = await s.Olga.ExpectMessage(w.Say("Team.Mate", "Anna", "Windows"), w.Say("Team.MateWeight", 1));

        await s.Olga.Press(anna, w["Team.MateSetSkills"]);
        await s.Olga.ExpectMessage(w.Say("Team.AskSkills", "Anna"));
        s.Olga.Says("x");
        await s.Olga.ExpectMessage(w["Team.SkillsNot"]);
        s.Olga.Says("Balcony, Kazan");
        anna = await s.Olga.ExpectMessage(w.Say("Team.MateSkills", "balcony, kazan"));
        await s.Olga.Press(anna, w["Team.MateSetWeight"]);
        var question = await s.Olga.ExpectMessage(w.Say("Team.AskWeight", "Anna"));
        s.Olga.Says("10");
        await s.Olga.Press(question, "2");

        await s.Olga.ExpectMessage(w.Say("Team.Mate", "Anna", "Windows"), w.Say("Team.MateWeight", 2));
        var member = await s.ReadAsync(db => db.Members.SingleAsync(m => m.Person == new PersonId(s.Anna.Id)));
        Assert.Equal((2, "balcony|kazan"), (member.Weight, string.Join('|', member.Skills)));
    }

    [Fact]
    public async Task Only_a_manager_says_what_each_knows()
    {
        await using var s = await Scenario.StartAsync();
        s.Ivan.Says("/team");

        var mates = await s.Ivan.ExpectMessage("of 5 on shift");

        Assert.Empty(mates.Buttons);
    }

    [Fact]
    public async Task In_turn_each_gets_an_offer_by_name_and_others_wait_until_it_lapses()
    {
        await using var s = await Scenario.StartAsync();
        await SetAsync(s, "In turn", "in turn, 3 min each");
        var (first, card) = await ArrivesAsync(s, 1, "First");
        var second = await ArrivesAsync(s, 2, "First");
        Assert.NotEqual(first.Id, second.Offered.Id);

        var other = first == s.Ivan ? s.Anna : s.Ivan;
        var refused = await other.Press(card, "Take");
        Assert.Equal($"L-1 is first for {first.Name}, until 10:03", refused.Text);
        var offer = await first.ExpectMessage("🔥 For you: L-1", "Yours alone until 10:03");
        var why = await first.Press(offer, "Why me?");
        Assert.StartsWith(
            "It is your turn. Not offered to: Peter (no Start). You had",
            why.Text,
            StringComparison.Ordinal
        );
        await first.Press(offer, "Not now");
        card = await s.Sales.Expect(
            m => m.Id == card.Id && !m.Text!.Contains("First", StringComparison.Ordinal),
            "for all"
        );
        var passed = await other.Press(card, "Why?");
        Assert.StartsWith($"Offered first to {first.Name}. Why not you:", passed.Text, StringComparison.Ordinal);
        await other.Press(card, "Take");
        await other.ExpectMessage("+79120000001");

        s.TimePasses(TimeSpan.FromMinutes(3));
        var late = await other.Press(second.Card, "Take");
        Assert.Equal("L-2 is yours, the contact is in your private messages", late.Text);
    }

    [Fact]
    public async Task In_Russian_a_known_customer_goes_to_the_rep_who_had_them_and_nobody_else_is_asked()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        var (lead, _, sheet) = await s.TakenBy(s.Anna);
        await s.Anna.Press(sheet, "Ещё…");
        await s.ReadAsync(async db =>
        {
            var open = await db.Leads.SingleAsync(l => l.Id == lead);
            var team = await db.Teams.SingleAsync();
            open.Lose(
                new(new PersonId(s.Anna.Id), false),
                HandoffBot.Domain.Leads.LostReason.Price,
                s.World.Clock.GetUtcNow(),
                team.Rhythm
            );
            return await db.SaveChangesAsync();
        });
        await SetAsync(s, "Прежний", "сначала прежний");

        var again = await s.LeadArrives();
        var offer = await s.Anna.ExpectMessage($"🔥 Для вас: {again}", "только ваш");
        var card = await s.Sales.ExpectMessage($"🔥 {again}", "Сначала Anna");
        var whyNot = await s.Ivan.Press(card, "Почему?");
        await s.Anna.Press(offer, "Беру");

        await s.Anna.ExpectMessage($"{again}", "+79123451234");
        Assert.Equal("Сначала предложен: Anna. Почему не вам: клиент другого.", whyNot.Text);
    }

    [Fact]
    public async Task Where_nobody_is_free_everybody_may_take_it()
    {
        await using var s = await Scenario.StartAsync();
        await SetAsync(s, "In turn", "in turn");
        s.Ivan.Says("/off");
        await s.Ivan.ExpectMessage("Off shift");
        s.Anna.Says("/pause 30m");
        await s.Anna.ExpectMessage("A break");

        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1", "Take by 10:05");
        s.Ivan.Says("/lead L-1");
        var shown = await s.Ivan.ExpectMessage("L-1");

        var why = await s.Ivan.Press(shown, "Why?");
        Assert.Equal("Offered to all: nobody was free for it. Why not you: off shift.", why.Text);
        await s.Ivan.ExpectMessage("L-1: who was asked and why", "10:00 · offered to all", "– Anna: off shift");
    }

    private static async Task<(ScenarioPerson Offered, Message Card)> ArrivesAsync(Scenario s, int n, string first)
    {
        await s.LeadArrives(new { phone = $"+791200000{n:00}", product = "Doors" });
        var card = await s.Sales.ExpectMessage($"🔥 L-{n}", first);
        return (card.Text!.Contains(s.Ivan.Name, StringComparison.Ordinal) ? s.Ivan : s.Anna, card);
    }

    private static async Task SetAsync(Scenario s, string mode, string shown)
    {
        s.Olga.Says("/settings");
        var settings = await s.Olga.ExpectMessage("10");
        await s.Olga.Press(settings, s.Language is Language.Russian ? "Раздача…" : "Handing out…");
        var asked = await s.Olga.ExpectMessage(s.Language is Language.Russian ? "Как лиды" : "How do leads");
        await s.Olga.Press(asked, mode);
        await s.Olga.ExpectMessage(shown);
        // A door is known for a second.
        s.TimePasses(TimeSpan.FromSeconds(2));
    }
}
