using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Language = HandoffBot.Domain.Team.Language;

namespace HandoffBot.Tests.Scenarios;

public sealed class Commands_fit_the_chat
{
    [Fact]
    public async Task Posted_in_a_channel_they_get_no_answer()
    {
        await using var s = await Scenario.StartAsync();
        string[] posted = ["/mine", "/find 4532", "/team", "/new", "/source", "/promo", "/menu", "/help", "/setup"];

        foreach (var command in posted)
        {
            s.World.Post(s.Maria.Id, s.Marketing.Id, command);
        }

        await s.ReadUntilAsync(async db => await db.Updates.CountAsync() >= posted.Length);
        Assert.False(await s.ReadAsync(db => db.Outbox.AnyAsync(o => o.ChatId == s.Marketing.Id)));
    }

    [Theory]
    [InlineData(false, "A lead is entered in private", "Sources are shown in private")]
    [InlineData(true, "Лид вносится в личных", "Источники видны в личных")]
    public async Task One_that_belongs_in_private_is_answered_there_and_not_before_everybody(
        bool inRussian,
        string lead,
        string sources
    )
    {
        await using var s = await Scenario.StartAsync(inRussian ? Language.Russian : Language.English);

        foreach (var (command, told) in new[] { ("/new", lead), ("/source", sources) })
        {
            s.World.Say(s.Olga.Id, s.Sales.Id, command);
            await s.Olga.ExpectMessage(told);
        }

        Assert.False(await s.ReadAsync(db => db.Outbox.AnyAsync(o => o.ChatId == s.Sales.Id)));
        Assert.False(await s.ReadAsync(db => db.Leads.AnyAsync()));
    }

    [Fact]
    public async Task A_group_offers_a_rep_what_a_rep_can_do_and_setup_to_its_admins()
    {
        await using var s = await Scenario.StartAsync();
        await s.World.WaitForAsync(v => Offered(v, s.Olga, s.Sales).Contains("setup"), ScenarioChat.Patience);

        var rep = Offered(s.World.View, s.Ivan, s.Sales);
        var admin = Offered(s.World.View, s.Olga, s.Sales);

        Assert.Equal(["mine", "find", "lead", "shift", "pause", "team"], rep);
        Assert.Equal(["setup", "mine", "find", "lead", "shift", "team"], admin);
    }

    private static string[] Offered(WorldView view, ScenarioPerson person, ScenarioChat chat) =>
        [
            .. CommandMenu
                .For(view.Bots.Values.Single(), view.Chats[chat.Id], view.People[person.Id])
                .Select(c => c.Command),
        ];
}
