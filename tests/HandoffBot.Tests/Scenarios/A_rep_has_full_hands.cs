using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;

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
        for (var n = 1; n <= 15; n++)
        {
            var card = await ArrivesAsync(s, n);
            await s.Ivan.Press(card, w["Handoff.Take"]);
            var sheet = await s.Ivan.ExpectMessage($"+791200000{n:00}");
            await s.Ivan.Press(sheet, w["Handoff.Reached"]);
            await s.Ivan.ExpectButtons(
                sheet,
                w["Handoff.Good"],
                w["Handoff.CallBack"],
                w["Handoff.Bad"],
                w["Handoff.More"]
            );
        }

        var refused = await s.Ivan.Press(await ArrivesAsync(s, 16), w["Handoff.Take"]);

        Assert.Equal(w.Say("Handoff.FullOpen", 15), refused.Text);
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
