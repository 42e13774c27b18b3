using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_call_back_comes_at_its_time
{
    [Fact]
    public async Task Planned_by_a_button()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, "Call back");

        var answer = await s.Ivan.Press(sheet, "In an hour");

        Assert.Equal($"{lead}: call back 11:00", answer.Text);
        await s.Ivan.ExpectTurned(sheet, "Call back: 11:00");
        s.TimePasses(TimeSpan.FromMinutes(61));
        await s.Ivan.ExpectMessage($"⏰ {lead}", "call back now", "Anna Petrova", "+79123451234");
    }

    [Fact]
    public async Task Planned_in_own_words()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, "Перезвонить");
        await s.Ivan.Press(sheet, "Другое время");
        await s.Ivan.ExpectMessage("Когда перезвонить?");

        s.Ivan.Says("когда-нибудь");
        await s.Ivan.ExpectMessage("Не получилось понять время");
        s.Ivan.Says("вчера в 10");
        s.Ivan.Says("завтра в 15");

        await s.Ivan.ExpectMessage($"{lead}: перезвонить завтра 15:00");
    }

    [Fact]
    public async Task An_owner_without_an_outcome_is_asked()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        await s.Ivan.Press(sheet, "Reached");

        s.TimePasses(TimeSpan.FromDays(3));

        await s.Ivan.ExpectMessage($"⏰ {lead}", "what came of it?");
    }
}
