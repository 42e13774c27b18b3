using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Member = HandoffBot.Domain.Team.Member;
using Message = HandoffBot.Sandbox.World.Message;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_manager_looks_after_the_team
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_never_pressed_Start_is_asked_by_name_in_the_chat_once_an_hour(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (team, button) = (await TeamAsync(s), w.Say("Team.MateAskStartOf", "Peter"));

        var first = await s.Olga.Press(team, button);
        var asked = await s.Sales.ExpectMessage($"@peter{w["Team.CallStart"]}");
        var again = await s.Olga.Press(team, button);
        s.TimePasses(TimeSpan.FromMinutes(61));
        var later = await s.Olga.Press(team, button);
        s.World.Start(s.Peter.Id);
        await s.ReadUntilAsync(db => db.People.AnyAsync(p => p.Id == new PersonId(s.Peter.Id) && p.StartedAt != null));
        var mended = await s.Olga.Press(team, button);

        Assert.Equal([w["Team.CallOpen"]], ScenarioChat.Buttons(asked));
        Assert.Contains("https://t.me/handoff_test_bot", asked.Buttons.Single().Json, StringComparison.Ordinal);
        Assert.Equal(
            [
                w.Say("Team.CallSaid", "Peter"),
                w.Say("Team.CallAgain", "Peter", "11:00"),
                w.Say("Team.CallSaid", "Peter"),
                w.Say("Team.CallReached", "Peter"),
            ],
            [first.Text, again.Text, later.Text, mended.Text]
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_blocked_the_bot_is_named_and_asked_by_name_in_the_chat(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (anna, blocked) = ($"Anna · {w["Team.MateOn"]} · {w.Say("Team.MateLeads", 0)}", w["Team.MateBlocked"]);
        s.World.Block(s.Anna.Id);
        await s.ReadUntilAsync(db => db.People.AnyAsync(p => p.Id == new PersonId(s.Anna.Id) && p.BlockedAt != null));
        var team = await TeamAsync(s);
        Assert.Contains($"{anna} · {blocked}\n", team.Text, StringComparison.Ordinal);

        await s.Olga.Press(team, w.Say("Team.MateAskStartOf", "Anna"));
        var asked = await s.Sales.ExpectMessage($"@anna{w["Team.CallUnblock"]}");
        s.World.Start(s.Anna.Id);
        await s.ReadUntilAsync(db => db.People.AnyAsync(p => p.Id == new PersonId(s.Anna.Id) && p.BlockedAt == null));
        s.Olga.Says("/team");

        var mended = await s.Olga.Expect(m => m.Id > team.Id && IsTeam(s, m), "the team again");
        Assert.Equal([w["Team.CallOpen"]], ScenarioChat.Buttons(asked));
        Assert.Contains($"{anna}\n", mended.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(w.Say("Team.MateAskStartOf", "Anna"), ScenarioChat.Buttons(mended));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_never_pressed_Start_is_not_said_to_have_blocked_the_bot(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.LeadArrives();
        s.World.Press(s.Peter.Id, s.Sales.Id, (await s.Sales.ExpectMessage("🔥 L-1")).Id, s.Words["Handoff.Take"]);
        await s.ReadUntilAsync(db => db.People.AnyAsync(p => p.Id == new PersonId(s.Peter.Id) && p.BlockedAt != null));

        var team = await TeamAsync(s);

        Assert.Contains(s.Words["Team.MateNoStart"], team.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(s.Words["Team.MateBlocked"], team.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_is_quiet_is_asked_in_private_and_answers_by_one_press(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        // Who pressed Start has their answer before the week begins.
        long[] started = [s.Ivan.Id, s.Anna.Id, s.Maria.Id];
        await s.ReadUntilAsync(async db =>
            await db.Outbox.Where(o => started.Contains(o.ChatId)).Select(o => o.ChatId).Distinct().CountAsync() == 3
        );
        s.TimePasses(TimeSpan.FromDays(8));
        var team = await TeamAsync(s);

        await s.Olga.Press(team, w.Say("Team.MatePingOf", "Anna"));
        var asked = await s.Anna.ExpectMessage(w.Say("Team.Ping", "Olga"), w["Team.PingHow"]);
        await s.Anna.Press(asked, w["Team.ShiftGoOff"]);

        await s.Anna.ExpectTurned(asked, "/on");
        s.Olga.Says("/team");
        var after = await s.Olga.Expect(m => m.Id > team.Id && IsTeam(s, m), "the team again");
        Assert.DoesNotContain(w.Say("Team.MatePingOf", "Anna"), ScenarioChat.Buttons(after));
        Assert.Contains(w.Say("Team.MatePingOf", "Ivan"), ScenarioChat.Buttons(after));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_takes_leads_and_who_manages_is_set_on_their_page_and_they_are_told(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (yes, no) = (w["Team.MateYes"], w["Team.MateNo"]);
        await s.LeadArrives();
        var card = await s.Sales.ExpectMessage("🔥 L-1");
        await s.Olga.Press(await TeamAsync(s), "Anna…");
        var page = await s.Olga.ExpectMessage(w.Say("Team.Mate", "Anna", "Windows"), w.Say("Team.MateDoes", yes, no));

        await s.Olga.Press(page, w["Team.MateTakesNone"]);
        page = await s.Olga.ExpectMessage(w.Say("Team.Mate", "Anna", "Windows"), w.Say("Team.MateDoes", no, no));
        await s.Anna.ExpectMessage(w.Say("Team.ToldTakesNone", "Windows", "Olga"));
        var refused = await s.Anna.Press(card, w["Handoff.Take"]);
        await s.Olga.Press(page, w["Team.MateManages"]);
        page = await s.Olga.ExpectMessage(w.Say("Team.Mate", "Anna", "Windows"), w.Say("Team.MateDoes", no, yes));
        await s.Anna.ExpectMessage(w.Say("Team.ToldManages", "Windows", "Olga"));
        await s.Olga.Press(page, w["Team.MateManagesNot"]);
        await s.Anna.ExpectMessage(w.Say("Team.ToldManagesNot", "Windows", "Olga"));
        await s.Olga.Press(page, w["Team.MateTakesLeads"]);
        await s.Anna.ExpectMessage(w.Say("Team.ToldTakesLeads", "Windows", "Olga"));

        Assert.Equal(w["Handoff.NoLeads"], refused.Text);
        Assert.Equal(Roles.Rep, (await MemberAsync(s, s.Anna)).Roles);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_last_who_manages_stays_and_so_does_the_admin(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await ChangeAsync(s, s.Anna, m => m.Manage(true));
        await s.Olga.Press(await TeamAsync(s), "Olga…");
        var olga = await s.Olga.ExpectMessage(w.Say("Team.Mate", "Olga", "Windows"));
        Assert.Equal([w["Team.MateTakesLeads"]], ScenarioChat.Buttons(olga));
        s.Anna.Says("/team");
        await s.Anna.Press(await s.Anna.Expect(m => IsTeam(s, m), "the team"), "Anna…");
        var page = await s.Anna.ExpectMessage(w.Say("Team.Mate", "Anna", "Windows"));
        await ChangeAsync(s, s.Olga, m => m.Resign(Roles.Manager | Roles.Admin, s.World.Clock.GetUtcNow(), null));

        var answer = await s.Anna.Press(page, w["Team.MateManagesNot"]);

        Assert.Equal(w["Team.MateLastManager"], answer.Text);
        Assert.True((await MemberAsync(s, s.Anna)).IsManager);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_manager_is_no_rep_for_a_command_in_the_chat_but_for_a_lead_taken(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.LeadArrives();
        var card = await s.Sales.ExpectMessage("🔥 L-1");

        s.World.Say(s.Olga.Id, s.Sales.Id, "/team");
        await s.Olga.Expect(m => IsTeam(s, m), "the team");
        var before = await MemberAsync(s, s.Olga);
        await s.Olga.Press(card, s.Words["Handoff.Take"]);
        await s.Olga.ExpectMessage("+79123451234");

        Assert.False(before.IsRep);
        Assert.True((await MemberAsync(s, s.Olga)).IsRep);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_team_none_of_whose_reps_can_be_written_to_is_told_once_a_day_with_what_mends_it(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.World.Block(s.Ivan.Id);
        s.World.Block(s.Anna.Id);

        var told = await s.Olga.ExpectMessage(w.Say("Team.Unreached", "Windows"), w.Say("Team.UnreachedWhy", 2, 1));
        await s.SweptAsync();
        Assert.Single(Told());
        s.TimePasses(TimeSpan.FromDays(1));
        await s.Olga.Expect(m => m.Id > told.Id && Told().Contains(m), "the next day’s");
        await s.Olga.Press(told, w["Team.ShiftTeam"]);

        var team = await s.Olga.Expect(m => IsTeam(s, m), "the team");
        Assert.Contains(w.Say("Team.MateAskStartOf", "Ivan"), ScenarioChat.Buttons(team));

        IEnumerable<Message> Told() =>
            s.Olga.Messages.Where(m =>
                m.Text?.Contains(w.Say("Team.Unreached", "Windows"), StringComparison.Ordinal) is true
            );
    }

    private static async Task<Message> TeamAsync(Scenario s)
    {
        s.Olga.Says("/team");
        return await s.Olga.Expect(m => IsTeam(s, m), "the team");
    }

    private static bool IsTeam(Scenario s, Message m) =>
        m.Text is { } text
        && text.StartsWith("Windows: ", StringComparison.Ordinal)
        && text.Contains(s.Maria.Name, StringComparison.Ordinal);

    private static Task<Member> MemberAsync(Scenario s, ScenarioPerson who) =>
        s.ReadAsync(db => db.Members.SingleAsync(m => m.Person == new PersonId(who.Id)));

    private static Task<int> ChangeAsync(Scenario s, ScenarioPerson who, Action<Member> change) =>
        s.ReadAsync(async db =>
        {
            change(await db.Members.SingleAsync(m => m.Person == new PersonId(who.Id)));
            return await db.SaveChangesAsync();
        });
}
