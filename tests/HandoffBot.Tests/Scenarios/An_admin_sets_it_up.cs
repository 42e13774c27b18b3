using System.Text.RegularExpressions;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Language = HandoffBot.Domain.Team.Language;

namespace HandoffBot.Tests.Scenarios;

public sealed partial class An_admin_sets_it_up
{
    [Theory]
    [InlineData("Russian", "Москва (UTC+3), Россия", "русский, рубли", "8 912 345-12-34", "+79123451234", "··· 12-34")]
    [InlineData("English", "London (UTC+0), UK", "English, pounds", "020 7946 0958", "+442079460958", "··· 09-58")]
    public async Task From_the_code_to_the_first_lead(
        string language,
        string place,
        string locale,
        string typed,
        string phone,
        string shown
    )
    {
        await using var s = await Scenario.StartInAsync(language, empty: true);
        var w = s.Words;
        var proposal = await s.BeginSetupAsync();
        Assert.Contains(place, proposal.Text, StringComparison.Ordinal);
        Assert.Contains(locale, proposal.Text, StringComparison.Ordinal);
        await s.Olga.Press(proposal, w["Team.Right"]);
        var missing = $"{w["Team.MissingMarketing"]}{w["Team.And"]}{w["Team.MissingKey"]}";
        await s.Olga.ExpectMessage(w.Say("Team.AlmostReady", "Windows"), w.Say("Team.Remains", missing));
        await s.Sales.ExpectMessage(w.Say("Team.SalesHere", "Windows"), w["Team.SalesHereHow"]);

        s.World.AddBotTo(s.Marketing.Id, s.Olga.Id, AdminRights.All);
        var channel = await s.Olga.ExpectMessage(w.Say("Team.Purpose", "Marketing"));
        await s.Olga.Press(channel, w["Team.Marketing"]);
        await s.Olga.ExpectMessage(w.Say("Team.Remains", w["Team.MissingKey"]));

        var key = await MakeKeyAsync(s);
        await s.Olga.ExpectMessage(w.Say("Team.Ready", "Windows"), w["Team.NothingRemains"]);
        await s.LeadArrives(
            new
            {
                name = "Анна",
                phone = typed,
                product = "Окна",
            },
            key
        );
        var card = await s.Sales.ExpectMessage("🔥 L-1 · Окна", shown);
        Assert.Equal(phone, await s.ReadAsync(db => db.Contacts.Select(c => c.Phone).SingleAsync()));
        await s.Ivan.Press(card, w["Handoff.Take"]);
        await s.Sales.ExpectTurned(card, "✅ L-1", w.Say("Handoff.TakenBy", "Ivan"));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_second_sales_chat_becomes_a_new_team_beside_the_first(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (doors, question) = await SecondChatAsync(s);
        Assert.Equal([w["Team.NewTeam"], "Windows"], ScenarioChat.Buttons(question));

        await s.Olga.Press(question, w["Team.NewTeam"]);
        await s.Olga.Press(await s.Olga.ExpectMessage(w.Say("Team.IsItNew", "Doors")), w["Team.Right"]);
        await s.Olga.ExpectMessage(w.Say("Team.AlmostReady", "Doors"), "3 / 5 / 10");
        await doors.ExpectMessage(w.Say("Team.SalesHere", "Doors"));
        await s.Olga.ExpectButtons(question);
        await s.ReadAsync(async db =>
        {
            var team = await db.Teams.SingleAsync(t => t.Name == "Doors");
            var (now, source) = (s.World.Clock.GetUtcNow(), new Source { Team = team.Id, Name = "Doors" });
            source.Rekey(SourceKeys.Hash("hb_doors"), now, TimeSpan.Zero);
            db.Sources.Add(source);
            return await db.SaveChangesAsync();
        });
        await s.LeadArrives();
        await s.LeadArrives(new { phone = "+79120000002", product = "Doors" }, "hb_doors");

        await s.Sales.ExpectMessage("🔥 L-1");
        var card = await doors.ExpectMessage("🔥 L-2");
        await s.Ivan.Press(card, w["Handoff.Take"]);
        await s.Ivan.ExpectMessage("L-2", "+79120000002");
        Assert.False(s.Sales.HasMessage("L-2") || doors.HasMessage("L-1"));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_second_sales_chat_takes_the_place_of_a_teams_first_and_gets_what_waits(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");
        var (doors, question) = await SecondChatAsync(s);

        await s.Olga.Press(question, "Windows");
        await s.Olga.ExpectMessage(w.Say("Team.Ready", "Windows"));
        await doors.ExpectMessage(w.Say("Team.SalesHere", "Windows"));
        await s.LeadArrives(new { phone = "+79120000002", product = "Doors" });

        await doors.ExpectMessage("🔥 L-2");
        var card = await doors.ExpectMessage("🔥 L-1");
        await s.Ivan.Press(card, w["Handoff.Take"]);
        await s.Ivan.ExpectMessage("L-1", "+79123451234");
        Assert.False(s.Sales.HasMessage("L-2"));
        Assert.Equal(1, await s.ReadAsync(db => db.Teams.CountAsync()));
    }

    [Fact]
    public async Task In_English_it_is_English_from_the_first_question_to_the_last_word()
    {
        await using var s = await Scenario.StartAsync(empty: true);
        await BeginAsync(s);
        var proposal = await s.Olga.ExpectMessage("a new team?", "London (UTC+0), UK", "English, pounds");
        await s.Olga.Press(proposal, "All correct");
        await s.Olga.ExpectMessage("Still missing: the marketing channel", "/source");

        s.World.AddBotTo(s.Marketing.Id, s.Olga.Id, AdminRights.All);
        await s.Olga.Press(await s.Olga.ExpectMessage("“Marketing”"), "Marketing channel");
        await s.Olga.ExpectMessage("Still missing: a key for the site");
        await NameSourceAsync(s, "New source", "Site");
        await s.Olga.ExpectMessage("“Windows” is ready", "Nothing is missing");
        await NameSourceAsync(s, "New source", "Second site");
        await s.Olga.ExpectMessage("Second site", "/f/");

        Assert.Single(s.Olga.Messages, m => m.Text!.Contains("is ready", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_settings_say_is_proposed_whatever_the_admins_app_speaks()
    {
        var settings = new Dictionary<string, string?> { ["Team:Language"] = "Russian", ["Team:Zone"] = "Asia/Omsk" };
        await using var s = await Scenario.StartAsync(empty: true, settings: settings);

        await BeginAsync(s);

        await s.Olga.ExpectMessage("новая команда?", "Омск (UTC+6), Россия", "рубли");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task What_is_proposed_is_shown_changed_one_by_one_or_taken_by_one_press(string language)
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language), empty: true);
        var isRussian = s.Language is Language.Russian;
        s.World.Start(s.Olga.Id, await s.SetupCodeAsync());
        await s.Olga.ExpectMessage(isRussian ? "Администратор бота — вы" : "You are the admin");
        s.World.AddBotTo(s.Sales.Id, s.Olga.Id, AdminRights.All);
        var chat = await s.Olga.Expect(m => m.Buttons.Any(), "what the chat is for");
        await s.Olga.Press(chat, isRussian ? "Чат продаж" : "Sales chat");
        var locale = await s.Olga.ExpectMessage(isRussian ? "новая команда?" : "a new team?");
        await s.Olga.Press(locale, isRussian ? "Всё верно" : "All correct");
        var proposed = await s.Olga.ExpectMessage(
            isRussian ? "почти всё готово" : "almost ready",
            "09:00–18:00",
            "3 / 5 / 10",
            isRussian ? "Праздники: нет" : "Holidays: none",
            isRussian ? "Раздача: кто нажал первым" : "Handing out: whoever presses first",
            isRussian ? "Скрытие: видны имя" : "Masking: name",
            "/settings"
        );
        await s.Olga.Press(proposed, isRussian ? "Часы…" : "Hours…");
        await s.Olga.ExpectMessage(isRussian ? "Сейчас: пн–пт" : "Now: Mon–Fri");
        s.Olga.Says(isRussian ? "ежедневно 10-20" : "daily 10-20");
        await s.Olga.ExpectMessage("10:00–20:00");

        var answer = await s.Olga.Press(proposed, isRussian ? "Всё подходит" : "All as proposed");

        Assert.Contains("/settings", answer.Text, StringComparison.Ordinal);
        await s.Olga.ExpectButtons(proposed);
        var team = await s.ReadAsync(db => db.Teams.AsNoTracking().SingleAsync());
        // What was changed before stays.
        Assert.Equal((new TimeOnly(10, 0), new TimeOnly(20, 0)), (team.WorkFrom, team.WorkTo));
        Assert.Equal(1, await s.ReadAsync(db => db.TeamChanges.CountAsync()));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Before_there_is_a_team_the_admin_is_told_how_to_make_one(string language)
    {
        await using var s = await Scenario.StartInAsync(language, empty: true);
        s.World.Start(s.Olga.Id, await s.SetupCodeAsync());
        await s.Olga.ExpectMessage(s.Words["Team.HelloAdmin"].Split('\n')[0]);

        s.Olga.Says("/settings");

        await s.Olga.ExpectMessage(s.Words["Team.NoTeamYet"]);
    }

    [Fact]
    public async Task A_wrong_code_gets_a_polite_line_and_a_stranger_no_power()
    {
        await using var s = await Scenario.StartAsync(empty: true);

        s.World.Start(s.Ivan.Id, "AAAAAAAAAAAAAAAAAAAAAA");

        await s.Ivan.ExpectMessage("This code does not fit");
        Assert.Null(await s.ReadAsync(db => db.Installations.Select(i => i.Admin).SingleAsync()));
    }

    /// <returns>The chat, and the question which team it is for.</returns>
    private static async Task<(ScenarioChat Chat, Message Question)> SecondChatAsync(Scenario s)
    {
        var group = s.World.AddSupergroup("Doors", s.Olga.Id, [s.Ivan.Id]);
        var question = await s.GivesForSalesAsync(group.Id, "Doors", s.Words.Say("Team.WhichTeam", "Doors"));
        var would = s.Words.Say("Team.WouldReplace", s.Words.Quoted("Windows"));
        Assert.Contains(would, question.Text, StringComparison.Ordinal);
        return (new ScenarioChat(s, group.Id), question);
    }

    private static async Task BeginAsync(Scenario s)
    {
        s.World.Start(s.Olga.Id, await s.SetupCodeAsync());
        await s.Olga.ExpectMessage("You are the admin");
        s.World.AddBotTo(s.Sales.Id, s.Olga.Id, AdminRights.All);
        await s.Olga.Press(await s.Olga.ExpectMessage("“Windows”"), "Sales chat");
    }

    private static async Task<Message> NameSourceAsync(Scenario s, string button, string name)
    {
        s.Olga.Says("/source");
        await s.Olga.Press(await s.Olga.Expect(m => ScenarioChat.Buttons(m).Contains(button), "the sources"), button);
        await s.Olga.Expect(m => ScenarioChat.Buttons(m) is [_], "a question for the name");
        s.Olga.Says(name);
        return await s.Olga.ExpectMessage(name, "/f/");
    }

    private static async Task<string> MakeKeyAsync(Scenario s)
    {
        var source = await NameSourceAsync(s, s.Words["Intake.SourceNew"], "Сайт");
        await s.Olga.Press(source, s.Words["Intake.SourceMakeKey"]);
        var shown = await s.Olga.ExpectMessage("hb_");
        return Key().Match(shown.Text!).Value;
    }

    [GeneratedRegex("hb_[A-Za-z0-9_-]+")]
    private static partial Regex Key();
}
