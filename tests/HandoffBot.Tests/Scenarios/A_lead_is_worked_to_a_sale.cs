using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Language = HandoffBot.Domain.Team.Language;

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

    [Fact]
    public async Task Undo_is_offered_while_it_works()
    {
        await using var s = await Scenario.StartAsync();
        var (_, _, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, "More…");
        Assert.Contains("Undo", ScenarioChat.Buttons(sheet));
        sheet = await s.Ivan.Opens(sheet, "Back");

        s.TimePasses(TimeSpan.FromSeconds(31));
        sheet = await s.Ivan.Opens(sheet, "More…");

        Assert.Equal(
            ["Bad lead", "Give back", "Copy number", "Inquiries…", "Outcome…", "Back"],
            ScenarioChat.Buttons(sheet)
        );
    }

    [Theory]
    [InlineData(false, "€1,200")]
    [InlineData(true, "1 200 ₽")]
    public async Task A_sale_that_was_undone_is_said_to_be(bool inRussian, string amount)
    {
        await using var s = await Scenario.StartAsync(inRussian ? Language.Russian : Language.English);
        var (lead, card, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, inRussian ? "Ещё…" : "More…");
        sheet = await s.Ivan.Opens(sheet, inRussian ? "Результат…" : "Outcome…");
        await s.Ivan.Press(sheet, inRussian ? "Продажа" : "Sold");
        await s.Ivan.ExpectMessage(inRussian ? "На какую сумму" : "What was it sold for?");
        s.Ivan.Says("1200");
        await s.Ivan.ExpectMessage($"{lead}: {(inRussian ? "продажа" : "sold for")} {amount}");

        var undo = inRussian ? "Отменить" : "Undo";
        sheet = await s.Ivan.Expect(m => m.Id == sheet.Id && ScenarioChat.Buttons(m).Contains(undo), undo);
        await s.Ivan.Press(sheet, undo);

        await s.Ivan.ExpectMessage(
            inRussian ? $"{lead}: продажа {amount} отменена" : $"{lead}: the sale for {amount} is undone"
        );
        await s.Sales.ExpectTurned(card, "✅");
    }

    [Fact]
    public async Task Ones_own_list_tells_all_states_alike()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        await s.Ivan.Press(sheet, "Есть контакт");
        sheet = await s.Ivan.Expect(m => m.Id == sheet.Id && ScenarioChat.Buttons(m)[0] == "Качественный", "reached");
        await s.Ivan.Press(sheet, "Качественный");
        await s.Ivan.Expect(m => m.Id == sheet.Id && ScenarioChat.Buttons(m)[0] == "Продажа", "qualified");

        s.Ivan.Says("/mine");

        var mine = await s.Ivan.ExpectMessage("1 открытый", $"{lead}");
        Assert.EndsWith(" · качественный", mine.Text, StringComparison.Ordinal);
    }
}
