using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Reminders;
using HandoffBot.Persistence;
using HandoffBot.Sandbox.World;
using HandoffBot.Telegram;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_rep_has_full_hands
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Five_without_a_call_are_enough_and_after_a_call_the_oldest_is_offered(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var first = await FiveTakenAsync(s);
        var sixth = await ArrivesAsync(s, 6);
        var refused = await s.Ivan.Press(sixth, w["Handoff.Take"]);
        await s.Ivan.Press(first, w["Handoff.Reached"]);
        var offer = await s.Ivan.ExpectMessage(w.Say("Reminders.RoomAgain", "L-6", ""));
        await s.Ivan.Press(offer, w["Handoff.Take"]);

        await s.Ivan.ExpectMessage("+79120000006");
        Assert.Equal(w.Say("Handoff.FullNotWorked", 5), refused.Text);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_has_five_and_asks_for_no_more_is_offered_the_oldest_after_a_call_as_well(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var first = await FiveTakenAsync(s);
        await ArrivesAsync(s, 6);

        await s.Ivan.Press(first, w["Handoff.Reached"]);

        await s.Ivan.ExpectMessage(w.Say("Reminders.RoomAgain", "L-6", ""));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Fifteen_open_ones_are_enough(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await FifteenWorkedAsync(s);

        var refused = await s.Ivan.Press(await ArrivesAsync(s, 16), w["Handoff.Take"]);

        Assert.Equal(w.Say("Handoff.FullOpen", 15), refused.Text);
    }

    [Theory]
    [InlineData("English", false)]
    [InlineData("English", true)]
    [InlineData("Russian", false)]
    [InlineData("Russian", true)]
    public async Task Who_closes_or_gives_back_one_of_fifteen_is_offered_the_oldest_within_a_sweep(
        string language,
        bool givesBack
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var sheet = await FifteenWorkedAsync(s);
        await ArrivesAsync(s, 16);
        await ArrivesAsync(s, 17);
        await s.SweptAsync();
        Assert.False(await s.ReadAsync(IsOfferedAsync));

        if (givesBack)
        {
            sheet = await s.Ivan.Opens(await s.Ivan.Opens(sheet, w["Handoff.More"]), w["Handoff.Release"]);
            await s.Ivan.Press(sheet, w["Handoff.ReleaseYes"]);
        }
        else
        {
            await s.Ivan.Press(await s.Ivan.Opens(sheet, w["Handoff.Bad"]), w["Handoff.RejectSpam"]);
        }

        await s.SweptAsync();
        Assert.True(await s.ReadAsync(IsOfferedAsync));
        await s.Ivan.ExpectMessage(w.Say("Reminders.RoomAgain", "L-16", w.Minutes(TimeSpan.Zero)));

        static Task<bool> IsOfferedAsync(HandoffDb db) => db.Outbox.AnyAsync(o => o.Delivery == nameof(OfferOldest));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task What_is_kept_for_another_is_not_offered_to_who_has_room_again(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var first = await FiveTakenAsync(s);
        await ArrivesAsync(s, 6);
        await ArrivesAsync(s, 7);
        await s.ReadAsync(async db =>
        {
            var (lead, now) = (await db.Leads.SingleAsync(l => l.Id == new LeadId(6)), s.World.Clock.GetUtcNow());
            lead.Offer(new Offering(HandingMode.InTurn, new PersonId(s.Anna.Id), []), now.AddMinutes(3), now);
            return await db.SaveChangesAsync();
        });

        await s.Ivan.Press(first, s.Words["Handoff.Reached"]);

        await s.Ivan.ExpectMessage(s.Language is Language.Russian ? "Есть место: L-7" : "You have room again: L-7");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Hands_filled_by_the_manager_are_offered_the_oldest_after_a_call_too(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await FiveTakenAsync(s);
        s.Olga.Says("/lead L-1");
        var sheet = await s.Olga.ExpectMessage("L-1", "+79123451234");
        for (var n = 1; n <= 5; n++)
        {
            var assign = new ButtonPress(LeadVerbs.Assign, n, s.Anna.Id);
            await s.Olga.PressData(sheet, CallbackData.Write(assign));
        }

        await CallsAndIsOfferedSixthAsync(s);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Hands_filled_by_a_colleague_are_offered_the_oldest_after_a_call_too(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await FiveTakenAsync(s);
        s.Ivan.Says("/off");
        var ask = await s.Ivan.ExpectMessage("L-1", "L-5");
        await s.Ivan.Press(ask, s.Words.Say("Reminders.HandoverTo", s.Anna.Name, 0));
        var offer = await s.Anna.ExpectMessage("L-1", "L-5");
        await s.Anna.Press(offer, s.Words["Reminders.HandoverTake"]);

        await CallsAndIsOfferedSixthAsync(s);
    }

    private static async Task CallsAndIsOfferedSixthAsync(Scenario s)
    {
        await ArrivesAsync(s, 6);
        var fifth = await s.Anna.ExpectMessage("L-5", "+79120000005");

        await s.Anna.Press(fifth, s.Words["Handoff.Reached"]);

        await s.Anna.ExpectMessage(s.Language is Language.Russian ? "Есть место: L-6" : "You have room again: L-6");
    }

    /// <summary>Each was called.</summary>
    /// <returns>The sheet of the last.</returns>
    private static async Task<Message> FifteenWorkedAsync(Scenario s)
    {
        var w = s.Words;
        Message sheet = null!;
        for (var n = 1; n <= 15; n++)
        {
            var card = await ArrivesAsync(s, n);
            await s.Ivan.Press(card, w["Handoff.Take"]);
            sheet = await s.Ivan.ExpectMessage($"+791200000{n:00}");
            await s.Ivan.Press(sheet, w["Handoff.Reached"]);
            sheet = await s.Ivan.ExpectButtons(
                sheet,
                w["Handoff.Good"],
                w["Handoff.CallBack"],
                w["Handoff.Bad"],
                w["Handoff.More"]
            );
        }

        return sheet;
    }

    /// <summary>Of them none was called.</summary>
    /// <returns>The sheet of the first.</returns>
    private static async Task<Message> FiveTakenAsync(Scenario s)
    {
        var (_, _, first) = await s.TakenBy(s.Ivan);
        for (var n = 2; n <= 5; n++)
        {
            await s.Ivan.Press(await ArrivesAsync(s, n), s.Words["Handoff.Take"]);
            await s.Ivan.ExpectMessage($"+7912000000{n}");
        }

        return first;
    }

    private static async Task<Message> ArrivesAsync(Scenario s, int n)
    {
        await s.LeadArrives(new { phone = $"+791200000{n:00}", product = $"Doors {n}" });
        s.TimePasses(TimeSpan.FromSeconds(10));
        return await s.Sales.ExpectMessage($"🔥 L-{n}");
    }
}
