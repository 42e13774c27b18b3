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

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Only_a_manager_says_what_each_knows(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says("/team");

        var mates = await s.Ivan.ExpectMessage(w.Say("Team.Mates", "Windows", 3, 3));

        Assert.Empty(mates.Buttons);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task In_turn_each_gets_an_offer_by_name_and_others_wait_until_it_lapses(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await SetAsync(s, w["Team.HandingInTurn"], w.Say("Team.SetHandingInTurn", 3));
        var (first, card) = await ArrivesAsync(s, 1);
        var second = await ArrivesAsync(s, 2);
        Assert.NotEqual(first.Id, second.Offered.Id);

        var other = first == s.Ivan ? s.Anna : s.Ivan;
        var refused = await other.Press(card, w["Handoff.Take"]);
        Assert.Equal(w.Say("Handoff.KeptFor", "L-1", first.Name, "10:03"), refused.Text);
        var offer = await first.ExpectMessage(w.Say("Handoff.Offered", "L-1"), w.Say("Handoff.OfferedUntil", "10:03"));
        var why = await first.Press(offer, w["Handoff.WhyMe"]);
        var skipped = w.Say("Handoff.WhySkipped", $"Peter ({w["Handoff.SkipUnreachable"]})");
        Assert.StartsWith($"{w["Handoff.WhyYouInTurn"]} {skipped}", why.Text, StringComparison.Ordinal);
        await first.Press(offer, w["Handoff.Pass"]);
        card = await s.Sales.Expect(
            m => m.Id == card.Id && !m.Text!.Contains("10:03", StringComparison.Ordinal),
            "for all"
        );
        var passed = await other.Press(card, w["Handoff.Why"]);
        await ExplainedAsync(
            s,
            other,
            "L-1",
            w.Say("Handoff.ExplainInTurn", "10:00", first.Name),
            w.Say("Handoff.ExplainSkip", "Peter", w["Handoff.SkipUnreachable"]),
            w.Say("Handoff.ExplainPassed", "10:00", first.Name)
        );
        var notYou = w.Say("Handoff.WhyNotYou", "").TrimEnd('.', ' ');
        Assert.StartsWith($"{w.Say("Handoff.WhyOther", first.Name)} {notYou}", passed.Text, StringComparison.Ordinal);
        Assert.EndsWith(w["Handoff.WhyNowAll"], passed.Text, StringComparison.Ordinal);
        await other.Press(card, w["Handoff.Take"]);
        await other.ExpectMessage("+79120000001");

        s.TimePasses(TimeSpan.FromMinutes(3));
        var late = await other.Press(second.Card, w["Handoff.Take"]);
        Assert.Equal(w.Say("Handoff.Yours", "L-2"), late.Text);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_known_customer_goes_to_the_rep_who_had_them_and_nobody_else_is_asked(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (lead, _, sheet) = await s.TakenBy(s.Anna);
        await s.Anna.Press(sheet, w["Handoff.More"]);
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
        await SetAsync(s, w["Team.HandingOwnerFirst"], w.Say("Team.SetHandingOwnerFirst", 3));

        var again = await s.LeadArrives();
        var offer = await s.Anna.ExpectMessage(w.Say("Handoff.Offered", again), w.Say("Handoff.OfferedUntil", "10:03"));
        var card = await s.Sales.ExpectMessage($"🔥 {again}", w.Say("Handoff.KeptUntil", "Anna", "10:03"));
        var whyNot = await s.Ivan.Press(card, w["Handoff.Why"]);
        var whyMe = await s.Anna.Press(offer, w["Handoff.WhyMe"]);
        await s.Anna.ExpectMessage(
            w.Say("Handoff.ExplainTitle", $"{again}"),
            w.Say("Handoff.ExplainOwnerFirst", "10:00", "Anna"),
            w.Say("Handoff.ExplainSkip", "Ivan", w["Handoff.SkipNotTheOwner"])
        );
        await s.Anna.Press(offer, w["Handoff.Take"]);

        await s.Anna.ExpectMessage($"{again}", "+79123451234");
        Assert.Equal(
            $"{w.Say("Handoff.WhyOther", "Anna")} {w.Say("Handoff.WhyNotYou", w["Handoff.SkipNotTheOwner"])}",
            whyNot.Text
        );
        Assert.StartsWith(w["Handoff.WhyYouOwnerFirst"], whyMe.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Where_nobody_is_free_everybody_may_take_it(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await SetAsync(s, w["Team.HandingInTurn"], w.Say("Team.SetHandingInTurn", 3));
        s.Ivan.Says("/off");
        await s.Ivan.ExpectMessage(w.Say("Team.ShiftOff", $"{w["Common.Tomorrow"]} 09:00"));
        s.Anna.Says("/pause 30m");
        await s.Anna.ExpectMessage(w.Say("Team.ShiftBreak", "10:30"));

        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1", w.Say("Handoff.TakeBy", "10:05"));
        s.Ivan.Says("/lead L-1");
        var shown = await s.Ivan.ExpectMessage("L-1");

        var why = await s.Ivan.Press(shown, w["Handoff.Why"]);
        Assert.Equal($"{w["Handoff.WhyNobody"]} {w.Say("Handoff.WhyNotYou", w["Handoff.SkipOffShift"])}", why.Text);
        await s.Ivan.ExpectMessage(
            w.Say("Handoff.ExplainTitle", "L-1"),
            w.Say("Handoff.ExplainAll", "10:00"),
            w.Say("Handoff.ExplainSkip", "Anna", w["Handoff.SkipOffShift"])
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task An_offer_ends_with_the_shift_of_whoever_got_it(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await InTurnAsync(s);
        s.TimePasses(new TimeSpan(7, 59, 0));
        await s.SweptAsync();

        var (first, card) = await ArrivesAsync(s, 1, "18:00");

        await first.ExpectMessage("L-1", s.Words.Say("Handoff.OfferedUntil", "18:00"));
        s.TimePasses(TimeSpan.FromMinutes(2));
        var other = first == s.Ivan ? s.Anna : s.Ivan;
        await other.Press(card, s.Words["Handoff.Take"]);
        await other.ExpectMessage("+79120000001");
    }

    [Theory]
    [InlineData("English", "/off", "🔥 For you: L-1")]
    [InlineData("Russian", "/pause 30", "🔥 Для вас: L-1")]
    public async Task Who_goes_leaves_the_offer_to_the_next_and_then_to_all(string language, string goes, string offer)
    {
        await using var s = await Scenario.StartInAsync(language);
        await InTurnAsync(s);
        var kept = s.Language is Language.Russian ? "Сначала" : "First";
        var (first, card) = await ArrivesAsync(s, 1);
        var other = first == s.Ivan ? s.Anna : s.Ivan;
        await first.ExpectMessage(offer);

        first.Says(goes);
        await other.ExpectMessage(offer);
        await s.Sales.Expect(
            m => m.Id == card.Id && m.Text!.Contains(other.Name, StringComparison.Ordinal),
            "the next"
        );
        other.Says(goes);

        await s.Sales.Expect(m => m.Id == card.Id && !m.Text!.Contains(kept, StringComparison.Ordinal), "for all");
        var lead = await s.ReadAsync(db => db.Leads.SingleAsync());
        Assert.Null(lead.KeptFor(s.World.Clock.GetUtcNow()));
    }

    private static async Task ExplainedAsync(Scenario s, ScenarioPerson to, string lead, params string[] lines)
    {
        to.Says($"/lead {lead}");
        var shown = await to.Expect(m => ScenarioChat.Buttons(m).Contains(s.Words["Handoff.Why"]), "the lead");
        await to.Press(shown, s.Words["Handoff.Why"]);
        await to.ExpectMessage([s.Words.Say("Handoff.ExplainTitle", lead), .. lines]);
    }

    private static async Task InTurnAsync(Scenario s)
    {
        await s.ReadAsync(async db =>
        {
            (await db.Teams.SingleAsync()).HandOut(new Handing(HandingMode.InTurn, TimeSpan.FromMinutes(3)));
            return await db.SaveChangesAsync();
        });
        // A door is known for a second.
        s.TimePasses(TimeSpan.FromSeconds(2));
    }

    private static async Task<(ScenarioPerson Offered, Message Card)> ArrivesAsync(
        Scenario s,
        int n,
        string until = "10:03"
    )
    {
        await s.LeadArrives(new { phone = $"+791200000{n:00}", product = "Doors" });
        var card = await s.Sales.ExpectMessage($"🔥 L-{n}", until);
        return (card.Text!.Contains(s.Ivan.Name, StringComparison.Ordinal) ? s.Ivan : s.Anna, card);
    }

    private static async Task SetAsync(Scenario s, string mode, string shown)
    {
        s.Olga.Says("/settings");
        var settings = await s.Olga.ExpectMessage("10");
        await s.Olga.Press(settings, s.Words["Team.SetHanding"] + "…");
        var asked = await s.Olga.ExpectMessage(s.Words["Team.AskHanding"]);
        await s.Olga.Press(asked, mode);
        await s.Olga.ExpectMessage(shown);
        // A door is known for a second.
        s.TimePasses(TimeSpan.FromSeconds(2));
    }
}
