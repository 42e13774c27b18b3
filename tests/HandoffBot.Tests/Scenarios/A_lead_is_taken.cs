using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_lead_is_taken
{
    [Fact]
    public async Task The_first_rep_gets_the_contact_and_the_second_is_told_who_was_first()
    {
        await using var s = await Scenario.StartAsync();
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage(
            $"🔥 {lead} · PVC windows · Kazan",
            "Anna P. · ··· 12-34",
            "Take by 10:05"
        );
        Assert.Equal(["Take", "Bad lead"], ScenarioChat.Buttons(card));
        Assert.DoesNotContain("+7912", card.Text, StringComparison.Ordinal);

        var first = await s.Ivan.Press(card, "Take");
        var second = await s.Anna.Press(card, "Take");

        Assert.Equal($"{lead} is yours, the contact is in your private messages", first.Text);
        Assert.Equal("Already taken by Ivan", second.Text);
        await s.Ivan.ExpectMessage($"{lead}", "Anna Petrova", "+79123451234", "Three windows", "Call by 10:30");
        var turned = await s.Sales.ExpectTurned(card, $"✅ {lead}", "Taken by Ivan");
        Assert.Equal(["Contact", "Outcome…"], ScenarioChat.Buttons(turned));
        Assert.False(s.Anna.HasMessage("+79123451234"));
    }

    [Fact]
    public async Task In_Russian_it_reads_as_people_speak()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}", "Взять до 10:05");

        var first = await s.Ivan.Press(card, "Беру");
        var second = await s.Anna.Press(card, "Беру");

        Assert.Equal($"{lead} ваш, контакт в личных сообщениях", first.Text);
        Assert.Equal("Уже в работе: Ivan", second.Text);
        await s.Ivan.ExpectMessage("+79123451234", "Позвонить до 10:30");
        await s.Sales.ExpectTurned(card, "В работе: Ivan");
    }
}
