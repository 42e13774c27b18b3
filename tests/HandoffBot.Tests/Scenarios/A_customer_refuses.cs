using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_customer_refuses
{
    [Theory]
    [InlineData(
        "English",
        "More…/Outcome…/Lost",
        "Price/Competitor/Postponed/No need/Other/Back",
        "lost, noted",
        "Lost: Price · Ivan"
    )]
    [InlineData(
        "Russian",
        "Ещё…/Результат…/Отказ",
        "Цена/Конкурент/Отложено/Не нужно/Другое/Назад",
        "отказ, записано",
        "Отказ: Цена · Ivan"
    )]
    public async Task The_reason_is_chosen_and_the_card_turns_white(
        string language,
        string path,
        string reasons,
        string done,
        string card
    )
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var (lead, shared, sheet) = await s.TakenBy(s.Ivan);
        sheet = await OpenAsync(s, sheet, path);
        Assert.Equal(reasons.Split('/'), ScenarioChat.Buttons(sheet));

        var answer = await s.Ivan.Press(sheet, reasons.Split('/')[0]);

        Assert.Equal($"{lead}: {done}", answer.Text);
        var closed = await s.Sales.ExpectTurned(shared, $"⚪ {lead}", card);
        Assert.Empty(closed.Buttons);
        Assert.DoesNotContain("+7912", closed.Text, StringComparison.Ordinal);
        Assert.Equal(
            (LeadStatus.Lost, nameof(LostReason.Price)),
            await s.ReadAsync(async db =>
            {
                var lost = await db.Leads.SingleAsync(l => l.Id == lead);
                return (lost.Status, lost.Reason);
            })
        );
    }

    [Theory]
    [InlineData(
        "English",
        "More…/Outcome…/Lost",
        "Other",
        "why did they refuse?",
        "written down",
        "Lost: Other · Ivan"
    )]
    [InlineData("Russian", "Ещё…/Результат…/Отказ", "Другое", "почему отказ?", "записано", "Отказ: Другое · Ivan")]
    public async Task Another_reason_for_a_refusal_is_asked_for_in_words(
        string language,
        string path,
        string other,
        string question,
        string taken,
        string card
    )
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var (lead, shared, sheet) = await s.TakenBy(s.Ivan);
        sheet = await OpenAsync(s, sheet, path);

        await s.Ivan.Press(sheet, other);
        await s.Sales.ExpectTurned(shared, $"⚪ {lead}", card);
        await s.Ivan.ExpectMessage(question);
        s.Ivan.Says("moved to another country");

        await s.Ivan.ExpectMessage($"{lead}: {taken}");
        Assert.Equal(
            "moved to another country",
            await s.ReadAsync(db =>
                db.LeadWords.Where(w => w.Lead == lead && w.Kind == WordsKind.Reason).Select(w => w.Text).SingleAsync()
            )
        );
    }

    [Theory]
    [InlineData("English", "More…/Outcome…/Lost", "Other", "Undo", "why did they refuse?", "the refusal is undone")]
    [InlineData("Russian", "Ещё…/Результат…/Отказ", "Другое", "Отменить", "почему отказ?", "отказ отменён")]
    public async Task A_refusal_undone_asks_for_no_reason_any_more(
        string language,
        string path,
        string other,
        string undo,
        string question,
        string undone
    )
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        sheet = await OpenAsync(s, sheet, path);
        await s.Ivan.Press(sheet, other);
        var asked = await s.Ivan.ExpectMessage(question);
        sheet = await s.Ivan.Expect(m => ScenarioChat.Buttons(m).Contains(undo), undo);

        await s.Ivan.Press(sheet, undo);

        await s.Ivan.ExpectMessage($"{lead}: {undone}");
        await s.Ivan.ExpectButtons(asked);
        s.Ivan.Says("moved to another country");
        await s.ReadUntilAsync(db => db.Dialogues.AnyAsync(d => d.Kind == "new"));
        Assert.False(await s.ReadAsync(db => db.LeadWords.AnyAsync(w => w.Lead == lead && w.Kind == WordsKind.Reason)));
    }

    private static async Task<Message> OpenAsync(Scenario s, Message sheet, string path)
    {
        foreach (var menu in path.Split('/'))
        {
            sheet = await s.Ivan.Opens(sheet, menu);
            s.TimePasses(TimeSpan.FromSeconds(1));
        }

        return sheet;
    }
}
