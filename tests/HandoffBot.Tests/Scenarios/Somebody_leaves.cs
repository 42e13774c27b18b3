using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Telegram;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Message = HandoffBot.Sandbox.World.Message;

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
    public async Task From_then_on_they_are_refused_whatever_they_press_or_ask_and_see_no_contact(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        var other = await s.LeadArrives(new { phone = "+79120000002", product = "Doors" });
        await s.Sales.ExpectMessage($"🔥 {other}");
        s.Ivan.Says($"/lead {other}");
        var shown = await s.Ivan.Expect(m => ScenarioChat.Buttons(m).Contains(w["Handoff.Take"]), "the other lead");
        string[] pressed =
        [
            DataOf(shown, w["Handoff.Take"]),
            DataOf(sheet, w["Handoff.Reached"]),
            CallbackData.Write(new ButtonPress(LeadVerbs.Contact, lead.Value)),
            CallbackData.Write(new ButtonPress(LeadVerbs.TakeNext, 1)),
        ];

        s.World.Leave(s.Ivan.Id, s.Sales.Id);
        await s.Olga.ExpectMessage(w.Say("Team.Orphans", "Ivan", 1));
        var last = s.Ivan.Messages.Max(m => m.Id);
        var answers = new List<string?>();
        foreach (var data in pressed)
        {
            answers.Add((await s.Ivan.PressData(sheet, data)).Text);
        }

        s.Ivan.Says($"/lead {lead}");
        await s.Ivan.ExpectMessage(w.Say("Handoff.NoSuchLead", lead.ToString()));
        s.Ivan.Says("/mine");
        await s.Ivan.ExpectMessage(w["Common.NotInTeam"]);

        Assert.Equal([.. Enumerable.Repeat(w["Handoff.NotForYou"], 3), w["Common.NotInTeam"]], answers);
        Assert.DoesNotContain(s.Ivan.Messages, m => m.Id > last && m.Text!.Contains("+7912", StringComparison.Ordinal));
        Assert.All(
            await s.ReadAsync(db => db.Leads.AsNoTracking().ToListAsync()),
            l => Assert.Equal((LeadStatus.New, null), (l.Status, l.Owner))
        );
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

    private static string DataOf(Message message, string button) =>
        message.Buttons.Single(b => b.Text == button).CallbackData!;
}
