using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_card_is_deleted
{
    [Fact]
    public async Task A_deleted_card_is_posted_anew_once()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, card, copy) = await CopyOfDeletedAsync(s);

        await s.Anna.Press(copy, "Take");
        var anew = await s.Sales.ExpectMessage($"✅ {lead}", "Taken by Anna");
        var sheet = await s.Anna.ExpectMessage("+79123451234");
        s.TimePasses(TimeSpan.FromSeconds(5));
        await s.Anna.Press(sheet, "Reached");
        sheet = await s.Anna.ExpectButtons(sheet, "Qualified", "Call back", "Bad lead", "More…");
        s.TimePasses(TimeSpan.FromSeconds(5));
        await s.Anna.Press(sheet, "Qualified");
        await s.Sales.ExpectTurned(anew, $"✅ {lead}", "Qualified");
        await AllIsSaidAsync(s);

        Assert.NotEqual(card.Id, anew.Id);
        Assert.Equal([anew.Id], Cards(s, lead).Select(m => m.Id));
    }

    [Fact]
    public async Task A_deleted_card_of_a_closed_lead_stays_away()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, _, copy) = await CopyOfDeletedAsync(s);

        await s.Anna.Press(copy, "Bad lead");
        copy = await s.Anna.Expect(m => m.Id == copy.Id && m.Buttons.Any(b => b.Text == "Spam"), "the reasons");
        await s.Anna.Press(copy, "Spam");
        await s.Anna.ExpectTurned(copy, $"⛔ {lead}");
        await AllIsSaidAsync(s);

        Assert.Equal(
            LeadStatus.Rejected,
            await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Status).SingleAsync())
        );
        Assert.Empty(Cards(s, lead));
        Assert.True(await s.ReadAsync(db => db.Messages.AnyAsync(m => m.ChatId == s.Sales.Id && m.IsGone)));
    }

    /// <summary>A lead whose card in the sales chat somebody deleted, with a copy of it in Anna's private chat.</summary>
    private static async Task<(LeadId Lead, Message Card, Message Copy)> CopyOfDeletedAsync(Scenario s)
    {
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        await s.ReadUntilAsync(db => db.Messages.AnyAsync(m => m.About == lead.Value));
        s.Anna.Says($"/lead {lead}");
        var copy = await s.Anna.ExpectMessage($"🔥 {lead}");
        s.World.Delete(s.Sales.Id, card.Id);
        return (lead, card, copy);
    }

    /// <summary>The clock goes on past the limits until nothing is left to say.</summary>
    private static Task AllIsSaidAsync(Scenario s) =>
        s.PassUntilAsync(db => db.Outbox.AllAsync(o => o.State == OutboxState.Sent || o.State == OutboxState.Ended));

    private static IEnumerable<Message> Cards(Scenario s, LeadId lead) =>
        s.Sales.Messages.Where(m => m.Text?.Contains(lead.ToString(), StringComparison.Ordinal) == true);
}
