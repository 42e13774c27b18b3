using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class Somebody_asks_for_help
{
    [Theory]
    [InlineData(
        "English",
        "I bring leads to sales and answers to marketing.",
        "Press “Take” on a card: the contact comes here.",
        "A lead nobody takes comes to you here.",
        "Bad leads with their reasons come to the marketing chat once an hour"
    )]
    [InlineData(
        "Russian",
        "Я приношу лиды в продажи и ответы в маркетинг.",
        "«Беру» на карточке — и контакт приходит сюда.",
        "Лид, который никто не берёт, приходит вам сюда.",
        "Плохие лиды с причинами приходят в чат маркетинга раз в час"
    )]
    public async Task Each_role_reads_what_it_can_do(
        string language,
        string everybody,
        string rep,
        string manager,
        string marketer
    )
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));

        s.Ivan.Says("/help");
        s.Olga.Says("/help");
        s.Maria.Says("/help");

        var read = new[]
        {
            await s.Ivan.ExpectMessage(everybody, rep, "/mine", "/find", "/new", "/menu"),
            await s.Olga.ExpectMessage(everybody, manager, "/source", "/settings", "/setup", "/promo", "/menu"),
            await s.Maria.ExpectMessage(everybody, marketer, "/promo", "/find", "/menu"),
        };
        Assert.DoesNotContain("/source", read[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/new", read[2].Text, StringComparison.Ordinal);
        Assert.All(read, m => Assert.InRange(m.Text!.Split('\n').Length, 2, 8));
    }
}
