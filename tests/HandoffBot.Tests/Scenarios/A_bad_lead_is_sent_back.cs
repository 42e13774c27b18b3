using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_bad_lead_is_sent_back
{
    [Fact]
    public async Task The_reason_is_chosen_on_the_card_and_closes_it()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");

        await s.Anna.Press(card, "Плохой лид");
        var menu = await s.Sales.ExpectButtons(
            card,
            "Беру",
            "Не наш город",
            "Не тот товар",
            "Не клиент",
            "Дубль",
            "Спам",
            "Другое",
            "Назад"
        );
        var answer = await s.Anna.Press(menu, "Не наш город");

        Assert.Equal($"{lead}: плохой лид, маркетинг узнает", answer.Text);
        var closed = await s.Sales.ExpectTurned(card, $"⛔ {lead}", "Не наш город · отметка: Anna");
        Assert.Empty(closed.Buttons);
        Assert.Equal(
            LeadStatus.Rejected,
            await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Status).SingleAsync())
        );
    }

    [Fact]
    public async Task Looking_at_the_reasons_and_going_back_changes_nothing()
    {
        await using var s = await Scenario.StartAsync();
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");

        var menu = await s.Anna.Opens(card, "Bad lead");
        await s.Anna.Press(menu, "Back");

        await s.Sales.ExpectButtons(card, "Take", "Bad lead");
        Assert.Equal(
            LeadStatus.New,
            await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Status).SingleAsync())
        );
    }

    [Fact]
    public async Task Undo_within_half_a_minute_brings_the_card_back()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, card, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, "More…");
        sheet = await s.Ivan.Opens(sheet, "Bad lead");
        await s.Ivan.Press(sheet, "Spam");
        sheet = await s.Ivan.ExpectButtons(sheet, "Undo");

        var answer = await s.Ivan.Press(sheet, "Undo");

        Assert.Equal("Undone", answer.Text);
        await s.Sales.ExpectTurned(card, $"✅ {lead}", "Taken by Ivan");
        await s.Ivan.ExpectButtons(sheet, "Reached", "No answer", "Call back", "More…");
    }

    [Fact]
    public async Task Marked_on_the_shared_card_it_is_taken_back_in_private()
    {
        await using var s = await Scenario.StartAsync();
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        var menu = await s.Anna.Opens(card, "Bad lead");
        await s.Anna.Press(menu, "Spam");
        var mine = await s.Anna.ExpectMessage($"⛔ {lead}", "Pressed by mistake?");
        Assert.DoesNotContain("+7912", mine.Text, StringComparison.Ordinal);

        var answer = await s.Anna.Press(mine, "Undo");

        Assert.Equal("Undone", answer.Text);
        await s.Sales.ExpectTurned(card, $"🔥 {lead}", "Take by");
    }

    [Fact]
    public async Task Undo_after_half_a_minute_says_that_it_is_too_late()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, card, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, "More…");

        s.TimePasses(TimeSpan.FromSeconds(31));
        var answer = await s.Ivan.Press(sheet, "Undo");

        Assert.Equal($"{lead}: too late, undo works for 30\u00A0seconds.", answer.Text);
    }

    [Fact]
    public async Task Another_reason_is_asked_for_in_words()
    {
        await using var s = await Scenario.StartAsync();
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        var menu = await s.Anna.Opens(card, "Bad lead");
        await s.Anna.Press(menu, "Other");

        await s.Anna.ExpectMessage("what was wrong?");
        s.Anna.Says("a competitor asking for prices");

        await s.Anna.ExpectMessage($"{lead}: written down");
        Assert.Equal(
            "a competitor asking for prices",
            await s.ReadAsync(db =>
                db.LeadWords.Where(w => w.Kind == WordsKind.Reason).Select(w => w.Text).SingleAsync()
            )
        );
    }
}
