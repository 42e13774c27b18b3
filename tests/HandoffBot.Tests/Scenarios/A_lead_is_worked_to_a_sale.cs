using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_lead_is_worked_to_a_sale
{
    [Fact]
    public async Task Reached_then_qualified_then_sold_with_the_amount_afterwards()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, card, sheet) = await s.TakenBy(s.Ivan);
        Assert.Equal(["Reached", "No answer", "Call back", "More…"], ScenarioChat.Buttons(sheet));

        await s.Ivan.Press(sheet, "Reached");
        sheet = await s.Ivan.ExpectButtons(sheet, "Qualified", "Call back", "Bad lead", "More…");
        await s.Ivan.Press(sheet, "Qualified");
        sheet = await s.Ivan.ExpectButtons(sheet, "Sold", "Call back", "Lost", "More…");
        var answer = await s.Ivan.Press(sheet, "Sold");

        Assert.Equal($"{lead}: sold. Congratulations!", answer.Text);
        await s.Ivan.ExpectMessage("What was it sold for?");
        s.Ivan.Says("much");
        await s.Ivan.ExpectMessage("That is no amount I can read");
        s.Ivan.Says("1.2k");
        await s.Ivan.ExpectMessage($"{lead}: sold for €1,200");
        var closed = await s.Sales.ExpectTurned(card, $"🏆 {lead}", "Sold for €1,200", "Ivan");
        Assert.Empty(closed.Buttons);
        Assert.Equal(
            120_000,
            await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.AmountMinor).SingleAsync())
        );
    }

    [Fact]
    public async Task In_Russian_amounts_are_read_as_people_write_them()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        var (lead, card, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, "Ещё…");
        Assert.Equal(
            ["Плохой лид", "Вернуть", "Номер", "Отменить", "Результат…", "Назад"],
            ScenarioChat.Buttons(sheet)
        );
        sheet = await s.Ivan.Opens(sheet, "Результат…");
        Assert.Equal(["Продажа", "Отказ", "Назад"], ScenarioChat.Buttons(sheet));

        await s.Ivan.Press(sheet, "Продажа");
        await s.Ivan.ExpectMessage("На какую сумму продажа?");
        s.Ivan.Says("120к");

        await s.Ivan.ExpectMessage($"{lead}: продажа 120 000 ₽");
        await s.Sales.ExpectTurned(card, $"🏆 {lead}", "Продажа 120 000 ₽", "Ivan");
    }

    [Fact]
    public async Task A_sale_counts_before_its_amount_is_known()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, card, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, "More…");
        sheet = await s.Ivan.Opens(sheet, "Outcome…");
        await s.Ivan.Press(sheet, "Sold");

        var question = await s.Ivan.ExpectMessage("What was it sold for?");
        await s.Ivan.Press(question, "Not known yet");

        await s.Ivan.ExpectMessage("the amount can follow");
        await s.Sales.ExpectTurned(card, $"🏆 {lead}", "Sold");
        Assert.Null(
            await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.AmountMinor).SingleAsync())
        );
        s.Ivan.Says($"/lead {lead}");
        await s.Ivan.Press(await s.Ivan.Expect(m => m.Buttons.Any(b => b.Text == "Amount…"), "the sale"), "Amount…");
        await s.Ivan.Expect(
            m => m.Id > question.Id && m.Text!.Contains("What was it sold for?", StringComparison.Ordinal),
            "asked again"
        );
        s.Ivan.Says("€1,200");
        await s.Sales.ExpectTurned(card, $"🏆 {lead}", "Sold for €1,200");
    }

    [Fact]
    public async Task A_reply_is_a_note_and_its_edit_replaces_it()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);

        var note = await s.Ivan.RepliesTo(sheet, "wants the quote by mail");
        await s.Ivan.ExpectReaction(note, "✍");
        await s.Ivan.ExpectTurned(sheet, "Note: wants the quote by mail");
        s.World.EditOwn(s.Ivan.Id, note.Id, "wants the quote by post");
        await s.ReadUntilAsync(db => db.LeadWords.AnyAsync(w => w.Text == "wants the quote by post"));

        Assert.Equal(1, await s.ReadAsync(db => db.LeadWords.CountAsync(w => w.Lead == lead && w.By != null)));
    }
}
