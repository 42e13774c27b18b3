using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Two_leads_are_one_person
{
    private const string Phone = "+79123451234";

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_couple_with_one_phone_is_two_leads_and_the_card_says_whose_phone_it_is(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.LeadArrives(new { name = "Ivan Petrov", phone = Phone });
        await s.Sales.ExpectMessage("🔥 L-1");

        await s.LeadArrives(new { name = "Мария Петрова", phone = Phone });

        var card = await s.Sales.ExpectMessage("🔥 L-2", Say(s, "Handoff.LikePhone", "L-1"));
        Assert.Contains(Say(s, "Handoff.SamePerson"), ScenarioChat.Buttons(card));
        Assert.Equal(2, await s.ReadAsync(db => db.Leads.CountAsync(l => l.Status == LeadStatus.New)));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Found_to_be_one_they_are_merged_by_a_press_and_are_two_again_by_another(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.LeadArrives(new { name = "Ivan Petrov", phone = Phone });
        var first = await s.Sales.ExpectMessage("🔥 L-1");
        await s.Ivan.Press(first, Say(s, "Handoff.Take"));
        await s.Ivan.ExpectMessage(Phone);
        await s.LeadArrives(
            new
            {
                name = "Пётр",
                phone = Phone,
                message = "Балкон",
            }
        );
        var second = await s.Sales.ExpectMessage("🔥 L-2");

        var refused = await s.Anna.Press(second, Say(s, "Handoff.SamePerson"));
        await s.Ivan.Press(second, Say(s, "Handoff.SamePerson"));
        var asked = await s.Ivan.ExpectMessage(Say(s, "Handoff.MergeAsk", "L-1", "L-2"));
        var done = await s.Ivan.Press(asked, Say(s, "Handoff.SamePerson"));

        Assert.Equal(Say(s, "Handoff.MergeNotYours"), refused.Text);
        Assert.Equal(Say(s, "Handoff.MergeDone", "L-2", "L-1"), done.Text);
        await s.Sales.ExpectTurned(second, Say(s, "Handoff.MergedInto", "L-1"));
        await s.Sales.ExpectTurned(first, Say(s, "Handoff.Again", 2));
        s.Ivan.Says("/lead L-2");
        await s.Ivan.ExpectMessage("L-1", "Балкон", "L-2 · Пётр");
        s.TimePasses(TimeSpan.FromHours(3));

        var joined = await s.Ivan.ExpectTurned(asked, Say(s, "Handoff.MergeDone", "L-2", "L-1"));
        await s.Ivan.Press(joined, Say(s, "Handoff.Apart", "L-2"));

        await s.Sales.Expect(
            m => m.Id != second.Id && m.Text!.Contains("🔥 L-2", StringComparison.Ordinal),
            "a new card"
        );
        await s.Sales.Expect(
            m => m.Id == first.Id && !m.Text!.Contains(Say(s, "Handoff.Again", 2), StringComparison.Ordinal),
            "one inquiry"
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Which_lead_is_the_same_is_told_by_its_number(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var (_, _, sheet) = await s.TakenBy(s.Ivan);
        await s.LeadArrives(new { name = "Anna", phone = "+79990000000" });
        await s.Sales.ExpectMessage("🔥 L-2");
        s.TimePasses(TimeSpan.FromMinutes(1));
        sheet = await s.Ivan.Opens(sheet, Say(s, "Handoff.More"));
        sheet = await s.Ivan.Opens(sheet, Say(s, "Handoff.Parts"));
        await s.Ivan.Press(sheet, Say(s, "Handoff.MergeWith"));
        await s.Ivan.ExpectMessage(Say(s, "Handoff.MergeWhich"));

        s.Ivan.Says("L-1");
        await s.Ivan.ExpectMessage(Say(s, "Handoff.MergeItself", "L-1"));
        s.Ivan.Says("L-7");
        await s.Ivan.ExpectMessage(Say(s, "Handoff.NoSuchLead", "L-7"));
        s.Ivan.Says("2");
        var asked = await s.Ivan.ExpectMessage(Say(s, "Handoff.MergeAsk", "L-1", "L-2"));
        await s.Ivan.Press(asked, Say(s, "Handoff.SamePerson"));

        await s.ReadUntilAsync(db => db.Leads.AnyAsync(l => l.Status == LeadStatus.Merged));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task An_inquiry_that_joined_wrongly_becomes_a_lead_by_a_press_of_the_owner(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var (_, card, _) = await s.TakenBy(s.Ivan);
        await s.LeadArrives(
            new
            {
                phone = Phone,
                message = "Doors",
                product = "Doors",
            }
        );
        var told = await s.Ivan.ExpectMessage("🔥 L-1", "Doors");
        await s.Sales.ExpectTurned(card, Say(s, "Handoff.Again", 2));

        await s.Ivan.Press(told, Say(s, "Handoff.NotTheSame"));

        await s.Sales.ExpectMessage("🔥 L-2 · Doors");
        Assert.Equal([1, 1], await s.ReadAsync(db => db.Leads.Select(l => l.Inquiries).ToListAsync()));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task On_a_closed_lead_a_new_one_opens_with_its_history_and_its_owner_is_asked_first(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var (_, _, sheet) = await s.TakenBy(s.Anna);
        await s.ReadAsync(async db =>
        {
            var open = await db.Leads.SingleAsync();
            var team = await db.Teams.SingleAsync();
            open.Lose(new(new PersonId(s.Anna.Id)), LostReason.Price, s.World.Clock.GetUtcNow(), team.Rhythm);
            return await db.SaveChangesAsync();
        });

        var again = await s.LeadArrives();

        var offer = await s.Anna.ExpectMessage(again.ToString(), "10:03");
        await s.Sales.ExpectMessage($"🔥 {again}", "Anna");
        await s.Anna.Press(offer, Say(s, "Handoff.Take"));
        await s.Anna.ExpectMessage(again.ToString(), Phone, Say(s, "Handoff.Before", "L-1", ""));
        _ = sheet;
    }

    private static string Say(Scenario s, string key, params object[] values) =>
        values.Length == 0 ? s.Words[key] : s.Words.Say(key, values).Trim();
}
