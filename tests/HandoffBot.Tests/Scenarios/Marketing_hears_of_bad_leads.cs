using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class Marketing_hears_of_bad_leads
{
    [Fact]
    public async Task Once_an_hour_grouped_without_what_was_undone()
    {
        await using var s = await Scenario.StartAsync();
        await RejectAsync(s, 1, "Outside area");
        await RejectAsync(s, 2, "Outside area");
        await UndoneAsync(s, 3);
        s.World.Clock.MoveTo(new DateTimeOffset(2027, 3, 16, 8, 0, 35, TimeSpan.Zero));

        var report = await s.Marketing.ExpectMessage("⛔", "2 of 3", "outside our area 2", "L-1", "L-2");

        Assert.True(report.Silent);
        Assert.DoesNotContain("Anna", report.Text, StringComparison.Ordinal);
    }

    /// <summary>Taken, sent back as spam, and taken back within half a minute.</summary>
    private static async Task UndoneAsync(Scenario s, int number)
    {
        await s.LeadArrives(
            new
            {
                phone = $"+7912000000{number}",
                product = "Windows",
                campaign = "Autumn",
            }
        );
        var card = await s.Sales.ExpectMessage($"🔥 L-{number}");
        await s.Ivan.Press(card, "Take");
        var sheet = await s.Ivan.ExpectMessage($"+7912000000{number}");
        await s.Ivan.Press(sheet, "More…");
        sheet = await s.Ivan.Expect(m => m.Id == sheet.Id && m.Buttons.Any(b => b.Text == "Bad lead"), "more");
        await s.Ivan.Press(sheet, "Bad lead");
        sheet = await s.Ivan.Expect(m => m.Id == sheet.Id && m.Buttons.Any(b => b.Text == "Spam"), "reasons");
        await s.Ivan.Press(sheet, "Spam");
        sheet = await s.Ivan.ExpectButtons(sheet, "Undo");
        await s.Ivan.Press(sheet, "Undo");
        await s.Sales.ExpectTurned(card, $"✅ L-{number}");
    }

    private static async Task<Message> RejectAsync(Scenario s, int number, string reason)
    {
        await s.LeadArrives(
            new
            {
                phone = $"+7912000000{number}",
                product = "Windows",
                campaign = "Autumn",
            }
        );
        var card = await s.Sales.ExpectMessage($"🔥 L-{number}");
        await s.Anna.Press(card, "Bad lead");
        var menu = await s.Sales.Expect(m => m.Id == card.Id && m.Buttons.Any(b => b.Text == reason), "reasons");
        await s.Anna.Press(menu, reason);
        return await s.Sales.ExpectTurned(card, $"⛔ L-{number}");
    }
}
