using System.Text.RegularExpressions;
using HandoffBot.Features.Team;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Language = HandoffBot.Domain.Team.Language;

namespace HandoffBot.Tests.Scenarios;

public sealed partial class An_admin_sets_it_up
{
    [Fact]
    public async Task From_the_code_to_the_first_lead()
    {
        await using var s = await Scenario.StartAsync(Language.Russian, empty: true);
        s.World.Start(s.Olga.Id, await CodeAsync(s));
        await s.Olga.ExpectMessage("добавьте меня в чат продаж");

        s.World.AddBotTo(s.Sales.Id, s.Olga.Id, AdminRights.All);
        var purpose = await s.Olga.ExpectMessage("«Windows»", "Карточки лидов");
        await s.Olga.Press(purpose, "Чат продаж");
        var proposal = await s.Olga.ExpectMessage("новая команда?", "Москва", "русский");
        await s.Olga.Press(proposal, "Всё верно");
        await s.Olga.ExpectMessage("Осталось: канал маркетинга", "/source");
        await s.Sales.ExpectMessage("Сюда приходят лиды «Windows»", "руководителем");

        s.World.AddBotTo(s.Marketing.Id, s.Olga.Id, AdminRights.All);
        var channel = await s.Olga.ExpectMessage("«Marketing»");
        await s.Olga.Press(channel, "Канал маркетинга");
        await s.Olga.ExpectMessage("Осталось: ключ для сайта: /source");

        var key = await MakeKeyAsync(s);
        await s.Olga.ExpectMessage("«Windows»: всё готово", "Всё на месте");
        await s.LeadArrives(
            new
            {
                name = "Анна",
                phone = "8 912 345-12-34",
                product = "Окна",
            },
            key
        );
        await s.Sales.ExpectMessage("🔥 L-1 · Окна", "··· 12-34");
        Assert.Equal("+79123451234", await s.ReadAsync(db => db.Contacts.Select(c => c.Phone).SingleAsync()));
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
        s.World.Start(s.Olga.Id, await CodeAsync(s));
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

    [Fact]
    public async Task A_wrong_code_gets_a_polite_line_and_a_stranger_no_power()
    {
        await using var s = await Scenario.StartAsync(empty: true);

        s.World.Start(s.Ivan.Id, "AAAAAAAAAAAAAAAAAAAAAA");

        await s.Ivan.ExpectMessage("This code does not fit");
        Assert.Null(await s.ReadAsync(db => db.Installations.Select(i => i.Admin).SingleAsync()));
    }

    private static Task<string> CodeAsync(Scenario s) =>
        s.ReadAsync(async db => s.Services.GetRequiredService<SetupCode>().Of(await db.Installations.SingleAsync()));

    private static async Task BeginAsync(Scenario s)
    {
        s.World.Start(s.Olga.Id, await CodeAsync(s));
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
        var source = await NameSourceAsync(s, "Новый источник", "Сайт");
        await s.Olga.Press(source, "Сделать ключ");
        var shown = await s.Olga.ExpectMessage("hb_");
        return Key().Match(shown.Text!).Value;
    }

    [GeneratedRegex("hb_[A-Za-z0-9_-]+")]
    private static partial Regex Key();
}
