using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Telegram;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class An_undo_comes_too_late
{
    [Theory]
    [InlineData("English", "More…", "Undo", "Too late: already taken, by Anna")]
    [InlineData("Russian", "Ещё…", "Отменить", "Поздно: уже в работе, Anna")]
    public async Task Overtaken_by_the_manager_it_says_who_has_the_lead(
        string language,
        string more,
        string undo,
        string late
    )
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, more);
        s.Olga.Says($"/lead {lead}");
        var own = await s.Olga.ExpectMessage("+79123451234");
        await s.Olga.PressData(own, CallbackData.Write(new ButtonPress(LeadVerbs.Assign, lead.Value, s.Anna.Id)));

        var answer = await s.Ivan.PressData(sheet, sheet.Buttons.Single(b => b.Text == undo).CallbackData!);

        Assert.Equal(late, answer.Text);
        await s.Anna.ExpectMessage("+79123451234");
    }

    [Fact]
    public async Task Undone_once_there_is_nothing_left_to_undo()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, "More…");
        var undo = sheet.Buttons.Single(b => b.Text == "Undo").CallbackData!;

        var first = await s.Ivan.PressData(sheet, undo);
        var second = await s.Ivan.PressData(sheet, undo);

        Assert.Equal("Undone", first.Text);
        Assert.Equal($"{lead} is waiting: take it", second.Text);
    }
}
