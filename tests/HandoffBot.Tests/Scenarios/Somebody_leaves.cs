using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Somebody_leaves
{
    [Theory]
    [InlineData(
        nameof(Language.English),
        "Ivan is not in the chat any more: 1 lead back in the queue",
        "L-1 to…",
        "Take"
    )]
    [InlineData(nameof(Language.Russian), "Ivan больше не в чате: в очереди снова 1 лид", "Кому L-1?", "Беру")]
    public async Task Their_open_leads_wait_again_and_the_manager_is_told(
        string language,
        string told,
        string button,
        string take
    )
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var (_, card, _) = await s.TakenBy(s.Ivan);

        s.World.Leave(s.Ivan.Id, s.Sales.Id);

        var notice = await s.Olga.ExpectMessage(told, "L-1");
        var anew = await s.Sales.Expect(
            m => m.Id > card.Id && m.Text!.Contains("🔥 L-1", StringComparison.Ordinal),
            "the card anew"
        );
        await s.Anna.Press(anew, take);
        await s.Anna.ExpectMessage("+79123451234");
        Assert.Equal([button], ScenarioChat.Buttons(notice));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_admin_hears_that_the_teams_only_manager_left(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.ReadAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Person == new PersonId(s.Anna.Id))).Manage(true);
            return await db.SaveChangesAsync();
        });

        s.World.Leave(s.Ivan.Id, s.Sales.Id);
        s.World.Leave(s.Anna.Id, s.Sales.Id);

        await s.Olga.ExpectMessage(s.Words.Say("Team.OnlyManagerLeft", "Anna", "Windows"));
        Assert.False(s.Olga.HasMessage(s.Words.Say("Team.OnlyManagerLeft", "Ivan", "Windows")));
    }
}
