using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Somebody_new_comes
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Whoever_is_in_the_chat_is_a_rep_from_the_first_press(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var nora = s.Stranger("Nora");
        s.World.Join(nora.Id, s.Sales.Id);
        s.World.Start(nora.Id);
        await s.LeadArrives();
        var card = await s.Sales.ExpectMessage("🔥 L-1");
        var before = await RolesAsync(s, nora);

        await nora.Press(card, s.Words["Handoff.Take"]);

        await nora.ExpectMessage("+79123451234");
        Assert.Equal((Roles.None, Roles.Rep), (before, await RolesAsync(s, nora)));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Into_an_open_chat_a_manager_lets_people_in(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await s.ReadAsync(async db =>
        {
            (await db.Chats.SingleAsync(c => c.ChatId == s.Sales.Id)).IsPublic = true;
            return await db.SaveChangesAsync();
        });
        s.World.Change(s.World.View.Chat(s.Sales.Id) with { Username = "windows_sales" });
        var nora = s.Stranger("Nora");
        s.World.Join(nora.Id, s.Sales.Id);
        s.World.Start(nora.Id);
        await s.LeadArrives();
        var card = await s.Sales.ExpectMessage("🔥 L-1");

        await nora.Press(card, w["Handoff.Take"]);
        var asked = await s.Olga.ExpectMessage(
            w.Say("Team.Newcomer", "Windows", "Nora (@nora)"),
            w["Team.NewcomerHow"]
        );
        var before = await RolesAsync(s, nora);
        var let = await s.Olga.Press(asked, w["Team.Admit"]);
        await nora.Press(card, w["Handoff.Take"]);

        Assert.Equal(w.Say("Team.Admitted", "Nora"), let.Text);
        await nora.ExpectMessage("+79123451234");
        Assert.Equal((Roles.None, Roles.Rep), (before, await RolesAsync(s, nora)));
    }

    private static Task<Roles> RolesAsync(Scenario s, ScenarioPerson who) =>
        s.ReadAsync(db =>
            db.Members.Where(m => m.Person == new PersonId(who.Id)).Select(m => m.Roles).FirstOrDefaultAsync()
        );
}
