using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_lead_goes_back_to_the_queue
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Given_back_it_hides_its_contact_and_somebody_else_can_take_it(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (lead, card, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, w["Handoff.More"]);
        sheet = await s.Ivan.Opens(sheet, w["Handoff.Release"]);

        var answer = await s.Ivan.Press(sheet, w["Handoff.ReleaseYes"]);

        Assert.Equal(w.Say("Handoff.DoneReleased", lead.ToString()), answer.Text);
        sheet = await s.Ivan.ExpectTurned(sheet, w["Handoff.BackInQueue"]);
        Assert.DoesNotContain("+7912", sheet.Text, StringComparison.Ordinal);
        // An edit rings nowhere: who is to take it sees a new card, and the old one is folded.
        var anew = await s.Sales.Expect(
            m => m.Id > card.Id && m.Text!.StartsWith($"🔥 {lead}", StringComparison.Ordinal),
            "a new card"
        );
        var folded = await s.Sales.ExpectTurned(card, w.Say("Handoff.Folded", $"{lead} · PVC windows · Kazan"));
        Assert.Empty(folded.Buttons);
        await s.Anna.Press(anew, w["Handoff.Take"]);
        await s.Anna.ExpectMessage("+79123451234");
        await s.Sales.ExpectTurned(anew, $"✅ {lead}", w.Say("Handoff.TakenBy", "Anna"));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_ladder_starts_again(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        s.TimePasses(TimeSpan.FromMinutes(3));
        await s.Sales.ExpectReplyTo(
            card,
            w.Say("Reminders.Waits", lead.ToString(), w.Minutes(TimeSpan.FromMinutes(3)))
        );
        await s.Ivan.Press(card, w["Handoff.Take"]);
        var sheet = await s.Ivan.ExpectMessage("+79123451234");
        sheet = await s.Ivan.Opens(sheet, w["Handoff.More"]);
        sheet = await s.Ivan.Opens(sheet, w["Handoff.Release"]);
        await s.Ivan.Press(sheet, w["Handoff.ReleaseYes"]);
        var anew = await s.Sales.ExpectMessage($"🔥 {lead}", w.Say("Handoff.TakeBy", "10:08"));
        await s.Sales.ExpectTurned(card, w.Say("Handoff.Folded", $"{lead} · PVC windows · Kazan"));

        s.TimePasses(TimeSpan.FromMinutes(3));

        await s.Sales.ExpectReplyTo(
            anew,
            w.Say("Reminders.Waits", lead.ToString(), w.Minutes(TimeSpan.FromMinutes(3)))
        );
    }
}
