using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Team;
using HandoffBot.Outbox;
using HandoffBot.Sandbox.World;
using HandoffBot.Telegram;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Member = HandoffBot.Domain.Team.Member;
using Message = HandoffBot.Sandbox.World.Message;

namespace HandoffBot.Tests.Scenarios;

public sealed class Who_runs_the_group_manages_the_team
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task An_admin_of_the_group_confirms_and_gets_what_managers_get(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        s.World.ChangeRights(s.Ivan.Id, s.Sales.Id, s.Olga.Id, AdminRights.All);
        var offer = await OfferedAsync(s);

        await s.Ivan.Press(offer, s.Words["Team.Manage"]);
        var question = await s.Ivan.ExpectMessage(s.Words["Team.ManagerHow"]);
        Assert.False((await MemberAsync(s, s.Ivan)).IsManager);
        await s.ReadUntilAsync(db => db.Messages.AnyAsync(m => m.Role == MessageRole.Managing));
        var answer = await s.Ivan.Press(question, s.Words["Team.ManagerYes"]);

        Assert.Equal(s.Words.Say("Team.ManagerNow", "Windows"), answer.Text);
        Assert.True((await MemberAsync(s, s.Ivan)).IsManager);
        s.Ivan.Says("/settings");
        await s.Ivan.ExpectMessage(s.Words.Say("Team.SettingsOf", "Windows"));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task From_the_setup_on_the_sales_chat_offers_it_to_who_runs_the_group(string language)
    {
        await using var s = await Scenario.StartInAsync(language, empty: true);
        var w = s.Words;
        s.World.ChangeRights(s.Ivan.Id, s.Sales.Id, s.Olga.Id, AdminRights.All);
        await s.Olga.Press(await s.BeginSetupAsync(), w["Team.Right"]);
        var offer = await s.Sales.ExpectMessage(w.Say("Team.SalesHere", "Windows"), w["Team.SalesHereHow"]);

        var first = await s.Ivan.Press(offer, w["Team.Manage"]);
        s.World.Start(s.Ivan.Id);
        await s.ReadUntilAsync(db => db.People.AnyAsync(p => p.Id == new PersonId(s.Ivan.Id) && p.StartedAt != null));
        await s.Ivan.Press(offer, w["Team.Manage"]);
        var question = await s.Ivan.ExpectMessage(w.Say("Team.ManagerAsk", "Windows"));
        await s.ReadUntilAsync(db => db.Messages.AnyAsync(m => m.Role == MessageRole.Managing));
        var answer = await s.Ivan.Press(question, w["Team.ManagerYes"]);

        Assert.Equal((w["Team.ManageStart"], w.Say("Team.ManagerNow", "Windows")), (first.Text, answer.Text));
        var ivan = await MemberAsync(s, s.Ivan);
        Assert.Equal((true, false), (ivan.IsManager, ivan.IsRep));
        s.Ivan.Says("/settings");
        await s.Ivan.ExpectMessage(w.Say("Team.SettingsOf", "Windows"));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_teams_page_offers_it_to_who_runs_the_group_and_to_nobody_else(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        s.World.ChangeRights(s.Ivan.Id, s.Sales.Id, s.Olga.Id, AdminRights.All);
        s.Ivan.Says("/team");
        s.Anna.Says("/team");
        var title = s.Words.Say("Team.Mates", "Windows", 3, 3);

        await s.Ivan.Press(await s.Ivan.ExpectMessage(title), s.Words["Team.Manage"]);
        var question = await s.Ivan.ExpectMessage(s.Words["Team.ManagerHow"]);
        await s.ReadUntilAsync(db => db.Messages.AnyAsync(m => m.Role == MessageRole.Managing));
        await s.Ivan.Press(question, s.Words["Team.ManagerYes"]);

        Assert.Empty((await s.Anna.ExpectMessage(title)).Buttons);
        var ivan = await MemberAsync(s, s.Ivan);
        Assert.Equal((true, false), (ivan.IsManager, ivan.IsRep));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_rep_who_runs_nothing_is_told_who_may(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var offer = await OfferedAsync(s);

        await s.Anna.Press(offer, w["Team.Manage"]);

        await s.Anna.ExpectMessage(w["Team.ManagerNot"]);
        Assert.False((await MemberAsync(s, s.Anna)).IsManager);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_button_made_up_and_a_question_an_hour_old_make_nobody_manager(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.World.ChangeRights(s.Ivan.Id, s.Sales.Id, s.Olga.Id, AdminRights.All);
        await s.Ivan.Press(await OfferedAsync(s), w["Team.Manage"]);
        var question = await s.Ivan.ExpectMessage(w.Say("Team.ManagerAsk", "Windows"));
        await s.ReadUntilAsync(db => db.Messages.AnyAsync(m => m.Role == MessageRole.Managing));
        s.TimePasses(TimeSpan.FromMinutes(61));

        var late = await s.Ivan.Press(question, w["Team.ManagerYes"]);
        s.Anna.Says("/menu");
        var menu = await s.Anna.Expect(m => m.Buttons.Any(), "the menu");
        var forged = s.World.PressData(
            s.Anna.Id,
            s.Anna.Id,
            menu.Id,
            CallbackData.Write(new ButtonPress(ConfirmManager.Verb, 1))
        );
        var answer = await s.World.WaitForAnswerAsync(forged, TimeSpan.FromSeconds(20));

        Assert.Equal(w["Team.ManagerLate"], late.Text);
        Assert.Equal(w["Team.ManagerLate"], answer.Text);
        Assert.False((await MemberAsync(s, s.Ivan)).IsManager || (await MemberAsync(s, s.Anna)).IsManager);
    }

    /// <summary>What a chat is told when it becomes the sales chat.</summary>
    private static async Task<Message> OfferedAsync(Scenario s)
    {
        await s.ReadAsync(db =>
        {
            var to = new ChatAddress(s.Sales.Id);
            var intent = new Intent(
                nameof(OfferManaging),
                to,
                "team:1",
                OutboxPriority.Card,
                new OfferManaging.Arguments(1)
            );
            db.Say(intent, s.World.Clock.GetUtcNow());
            return db.SaveChangesAsync();
        });
        return await s.Sales.ExpectMessage("Windows", s.Words["Team.SalesHereHow"]);
    }

    private static Task<Member> MemberAsync(Scenario s, ScenarioPerson who) =>
        s.ReadAsync(db => db.Members.SingleAsync(m => m.Person == new PersonId(who.Id)));
}
