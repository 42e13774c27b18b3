using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_lead_goes_back_to_the_queue
{
    [Fact]
    public async Task Given_back_it_hides_its_contact_and_somebody_else_can_take_it()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, card, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, "More…");
        sheet = await s.Ivan.Opens(sheet, "Give back");

        var answer = await s.Ivan.Press(sheet, "Yes, back to the queue");

        Assert.Equal($"{lead} is back in the queue", answer.Text);
        sheet = await s.Ivan.ExpectTurned(sheet, "back in the queue");
        Assert.DoesNotContain("+7912", sheet.Text, StringComparison.Ordinal);
        // An edit rings nowhere: who is to take it sees a new card, and the old one is folded.
        var anew = await s.Sales.Expect(
            m => m.Id > card.Id && m.Text!.StartsWith($"🔥 {lead}", StringComparison.Ordinal),
            "a new card"
        );
        var folded = await s.Sales.ExpectTurned(card, $"{lead}", "its card is further down");
        Assert.Empty(folded.Buttons);
        await s.Anna.Press(anew, "Take");
        await s.Anna.ExpectMessage("+79123451234");
        await s.Sales.ExpectTurned(anew, $"✅ {lead}", "Taken by Anna");
    }

    [Fact]
    public async Task The_ladder_starts_again()
    {
        await using var s = await Scenario.StartAsync();
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        s.TimePasses(TimeSpan.FromMinutes(3));
        await s.Sales.ExpectReplyTo(card, $"{lead} has waited 3 min");
        await s.Ivan.Press(card, "Take");
        var sheet = await s.Ivan.ExpectMessage("+79123451234");
        sheet = await s.Ivan.Opens(sheet, "More…");
        sheet = await s.Ivan.Opens(sheet, "Give back");
        await s.Ivan.Press(sheet, "Yes, back to the queue");
        var anew = await s.Sales.ExpectMessage($"🔥 {lead}", "Take by 10:08");
        await s.Sales.ExpectTurned(card, "further down");

        s.TimePasses(TimeSpan.FromMinutes(3));

        await s.Sales.ExpectReplyTo(anew, $"{lead} has waited 3 min");
    }
}
