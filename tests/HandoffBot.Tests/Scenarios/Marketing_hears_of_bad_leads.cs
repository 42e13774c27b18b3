using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class Marketing_hears_of_bad_leads
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Once_an_hour_grouped_without_what_was_undone(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await RejectAsync(s, 1);
        await RejectAsync(s, 2);
        await UndoneAsync(s, 3);
        s.World.Clock.MoveTo(new DateTimeOffset(2027, 3, 16, 8, 0, 35, TimeSpan.Zero));

        var report = await s.Marketing.ExpectMessage(
            w.Say("Feedback.BadHour", 2, 3),
            w.Say("Feedback.BadReasonOf", w["Feedback.ReasonNotOurArea"], 2, 3, "L-1, L-2")
        );

        Assert.True(report.Silent);
        Assert.DoesNotContain("Anna", report.Text, StringComparison.Ordinal);
    }

    /// <summary>Taken, sent back as spam, and taken back within half a minute.</summary>
    private static async Task UndoneAsync(Scenario s, int number)
    {
        var w = s.Words;
        await s.LeadArrives(
            new
            {
                phone = $"+7912000000{number}",
                product = "Windows",
                campaign = "Autumn",
            }
        );
        var card = await s.Sales.ExpectMessage($"🔥 L-{number}");
        await s.Ivan.Press(card, w["Handoff.Take"]);
        var sheet = await s.Ivan.ExpectMessage($"+7912000000{number}");
        await s.Ivan.Press(sheet, w["Handoff.More"]);
        sheet = await s.Ivan.Expect(m => m.Id == sheet.Id && m.Buttons.Any(b => b.Text == w["Handoff.Bad"]), "more");
        await s.Ivan.Press(sheet, w["Handoff.Bad"]);
        sheet = await s.Ivan.Expect(
            m => m.Id == sheet.Id && m.Buttons.Any(b => b.Text == w["Handoff.RejectSpam"]),
            "reasons"
        );
        await s.Ivan.Press(sheet, w["Handoff.RejectSpam"]);
        sheet = await s.Ivan.ExpectButtons(sheet, w["Handoff.Undo"]);
        await s.Ivan.Press(sheet, w["Handoff.Undo"]);
        await s.Sales.ExpectTurned(card, $"✅ L-{number}");
    }

    private static async Task<Message> RejectAsync(Scenario s, int number)
    {
        var reason = s.Words["Handoff.RejectNotOurArea"];
        await s.LeadArrives(
            new
            {
                phone = $"+7912000000{number}",
                product = "Windows",
                campaign = "Autumn",
            }
        );
        var card = await s.Sales.ExpectMessage($"🔥 L-{number}");
        await s.Anna.Press(card, s.Words["Handoff.Bad"]);
        var menu = await s.Sales.Expect(m => m.Id == card.Id && m.Buttons.Any(b => b.Text == reason), "reasons");
        await s.Anna.Press(menu, reason);
        return await s.Sales.ExpectTurned(card, $"⛔ L-{number}");
    }
}
