using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_former_owner_cannot_be_asked
{
    [Theory]
    [InlineData("English", false)]
    [InlineData("English", true)]
    [InlineData("Russian", false)]
    [InlineData("Russian", true)]
    public async Task A_customer_of_who_is_away_or_has_full_hands_is_for_all(string language, bool hasFullHands)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await LostToAsync(s, s.Anna);
        await SetAsync(s, HandingMode.OwnerFirst);
        await (hasFullHands ? FillAsync(s, s.Anna) : LeavesAsync(s, s.Anna));

        var again = await s.LeadArrives();

        var card = await s.Sales.ExpectMessage($"🔥 {again}", w.Say("Handoff.TakeBy", "10:05"));
        var annas = await s.Anna.Press(card, w["Handoff.Why"]);
        var ivans = await s.Ivan.Press(card, w["Handoff.Why"]);
        var why = hasFullHands ? w.Say("Handoff.SkipFull", 1) : w["Handoff.SkipOffShift"];
        Assert.Equal($"{w["Handoff.WhyNobody"]} {w.Say("Handoff.WhyNotYou", why)}", annas.Text);
        Assert.Equal(
            $"{w["Handoff.WhyNobody"]} {w.Say("Handoff.WhyNotYou", w["Handoff.SkipNotTheOwner"])}",
            ivans.Text
        );
        await s.Ivan.Press(card, w["Handoff.Take"]);
        await s.Ivan.ExpectMessage($"{again}", "+79123451234");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Where_leads_go_in_turn_a_customer_of_who_is_away_goes_to_the_next(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await LostToAsync(s, s.Anna);
        await SetAsync(s, HandingMode.InTurn);
        await LeavesAsync(s, s.Anna);

        var again = await s.LeadArrives();

        await s.Sales.ExpectMessage($"🔥 {again}", s.Words.Say("Handoff.KeptUntil", "Ivan", "10:03"));
        await s.Ivan.ExpectMessage(s.Words.Say("Handoff.Offered", again));
    }

    private static async Task SetAsync(Scenario s, HandingMode mode)
    {
        await s.ReadAsync(async db =>
        {
            (await db.Teams.SingleAsync()).HandOut(new Handing(mode, TimeSpan.FromMinutes(3)));
            return await db.SaveChangesAsync();
        });
        // A door is known for a second.
        s.TimePasses(TimeSpan.FromSeconds(2));
    }

    /// <summary>They had the usual customer, and lost.</summary>
    private static async Task LostToAsync(Scenario s, ScenarioPerson rep)
    {
        var (lead, _, _) = await s.TakenBy(rep);
        await s.ReadAsync(async db =>
        {
            var open = await db.Leads.SingleAsync(l => l.Id == lead);
            var rhythm = (await db.Teams.SingleAsync()).Rhythm;
            open.Lose(new(new PersonId(rep.Id), false), LostReason.Price, s.World.Clock.GetUtcNow(), rhythm);
            return await db.SaveChangesAsync();
        });
    }

    private static async Task LeavesAsync(Scenario s, ScenarioPerson rep)
    {
        rep.Says("/off");
        await rep.ExpectMessage(s.Words.Say("Team.ShiftOff", $"{s.Words["Common.Tomorrow"]} 09:00"));
    }

    /// <summary>One lead is all that anybody carries, and they have one.</summary>
    private static async Task FillAsync(Scenario s, ScenarioPerson rep)
    {
        await s.ReadAsync(async db =>
        {
            (await db.Teams.SingleAsync()).Carry(new Capacity(1, 0));
            return await db.SaveChangesAsync();
        });
        var other = await s.LeadArrives(new { phone = "+79120000077", product = "Doors" });
        await rep.Press(await s.Sales.ExpectMessage($"🔥 {other}"), s.Words["Handoff.Take"]);
        await rep.ExpectMessage("+79120000077");
    }
}
