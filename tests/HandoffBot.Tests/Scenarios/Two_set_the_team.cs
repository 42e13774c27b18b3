using HandoffBot.Dialogues;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using ChatKind = HandoffBot.Domain.Team.ChatKind;

namespace HandoffBot.Tests.Scenarios;

public sealed class Two_set_the_team
{
    private static readonly TimeOnly Nine = new(9, 0);

    [Theory]
    [InlineData("English", "manager", "daily 9-21", "Hours: Mon–Sun 09:00–21:00")]
    [InlineData("Russian", "руководител", "ежедневно 9-21", "Часы: пн–вс 09:00–21:00")]
    public async Task Who_may_not_is_told_so_and_of_two_at_once_the_second_is_told_who_is_in(
        string language,
        string whoMay,
        string typed,
        string hours
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says("/settings");
        await s.Ivan.ExpectMessage(whoMay);
        await s.Olga.Press(await SettingsOfAsync(s, s.Olga), $"{w["Team.SetHours"]}…");
        await s.Olga.ExpectMessage(w["Team.AskHours"]);
        await PromoteAsync(s, s.Anna);

        var settings = await SettingsOfAsync(s, s.Anna);
        await s.Anna.Press(settings, $"{w["Team.SetHolidays"]}…");

        await s.Anna.ExpectMessage(w.Say("Team.SettingsBusy", "Olga"), w["Team.SettingsBusyHow"]);
        s.Olga.Says(typed);
        await s.Olga.ExpectMessage(hours);
        await s.Anna.Press(settings, $"{w["Team.SetHolidays"]}…");
        await s.Anna.ExpectMessage(w["Team.AskHolidays"]);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_goes_on_instead_closes_the_others_question_and_they_are_told(string language)
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var isRussian = s.Language is Language.Russian;
        await PromoteAsync(s, s.Anna);
        await s.Olga.Press(await SettingsOfAsync(s, s.Olga), isRussian ? "Часы…" : "Hours…");
        var asked = await s.Olga.ExpectMessage("09:00–18:00", isRussian ? "Сейчас:" : "Now:");
        await s.Anna.Press(await SettingsOfAsync(s, s.Anna), isRussian ? "Часы…" : "Hours…");
        var busy = await s.Anna.Expect(m => ScenarioChat.Buttons(m) is [_], "who is in the settings");

        await s.Anna.Press(busy, isRussian ? "Продолжу я" : "Go on myself");

        await s.Anna.ExpectMessage(isRussian ? "В какие дни и часы" : "On which days and from when");
        await s.Olga.ExpectMessage(
            isRussian ? "Настройки теперь меняет Anna" : "now being changed by Anna",
            isRussian ? "всё осталось как было" : "nothing changed"
        );
        await s.Olga.ExpectButtons(asked);
        s.Olga.Says(isRussian ? "ежедневно 0-24" : "daily 0-24");
        s.Anna.Says(isRussian ? "пн-пт 9-20" : "mon-fri 9-20");
        await s.Anna.ExpectMessage("09:00–20:00", isRussian ? "Последнее: Anna" : "Last change: Anna");
        Assert.Equal((Nine, new TimeOnly(20, 0)), await HoursAsync(s));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_question_nobody_touched_for_ten_minutes_stands_in_nobodys_way(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var (w, hours) = (s.Words, $"{s.Words["Team.SetHours"]}…");
        await PromoteAsync(s, s.Anna);
        await s.Olga.Press(await SettingsOfAsync(s, s.Olga), hours);
        await s.Olga.ExpectMessage(w["Team.AskHours"]);
        s.TimePasses(TimeSpan.FromMinutes(9));
        s.Olga.Says("?");
        await s.Olga.ExpectMessage(w["Team.AskHoursHow"]);
        s.TimePasses(TimeSpan.FromMinutes(9));
        var settings = await SettingsOfAsync(s, s.Anna);
        await s.Anna.Press(settings, hours);
        await s.Anna.ExpectMessage(w.Say("Team.SettingsBusy", "Olga"));

        s.TimePasses(TimeSpan.FromMinutes(2));
        await s.Anna.Press(settings, hours);

        await s.Anna.ExpectMessage(w["Team.AskHours"]);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_question_is_left_by_a_button(string language)
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var isRussian = s.Language is Language.Russian;
        string[] settings = isRussian
            ? ["Часы…", "Праздники…", "Норматив…", "Загрузка…", "Раздача…", "Повторы…", "Скрытие…"]
            : ["Hours…", "Holidays…", "SLA…", "Capacity…", "Handing out…", "Repeats…", "Masking…"];
        foreach (var setting in settings)
        {
            await s.Olga.Press(await SettingsOfAsync(s, s.Olga), setting);
            var leave = isRussian ? "Не менять" : "Leave as is";
            var asked = await s.Olga.Expect(m => ScenarioChat.Buttons(m).Contains(leave), $"a way out of {setting}");
            await s.Olga.Press(asked, leave);
            await s.Olga.ExpectButtons(asked);
        }

        await s.Olga.ExpectMessage(isRussian ? "всё осталось как было" : "nothing");
        Assert.Equal(0, await s.ReadAsync(db => db.TeamChanges.CountAsync()));
        Assert.False(await s.ReadAsync(db => db.Dialogues.AnyAsync(d => d.State != DialogueState.Over)));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_leaves_the_chat_leaves_no_question_behind(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var hours = $"{s.Words["Team.SetHours"]}…";
        await PromoteAsync(s, s.Anna);
        await s.Anna.Press(await SettingsOfAsync(s, s.Anna), hours);
        await s.Anna.ExpectMessage(s.Words["Team.AskHours"]);

        s.World.Leave(s.Anna.Id, s.Sales.Id);
        await s.ReadUntilAsync(db => db.Dialogues.AllAsync(d => d.State == DialogueState.Over));
        await s.Olga.Press(await SettingsOfAsync(s, s.Olga), hours);

        await s.Olga.ExpectMessage(s.Words["Team.AskHours"]);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_admin_can_set_a_team_up_though_the_bot_cannot_see_who_is_in_its_chat(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.ReadAsync(async db =>
        {
            var sales = await db.Chats.SingleAsync(c => c.Kind == ChatKind.Sales);
            sales.BotIsAdmin = false;
            var olga = await db.Members.SingleAsync(m => m.Person == new PersonId(s.Olga.Id));
            olga.SeenAs(Roles.Manager | Roles.Admin, olga.SeenAt);
            return await db.SaveChangesAsync();
        });
        s.TimePasses(TimeSpan.FromDays(3));

        await s.Olga.Press(await SettingsOfAsync(s, s.Olga), $"{s.Words["Team.SetHours"]}…");

        await s.Olga.ExpectMessage(s.Words["Team.AskHours"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_who_press_at_once_one_is_asked(StorageProvider provider)
    {
        await using var s = await Scenario.StartAsync(provider: provider);
        await PromoteAsync(s, s.Anna);
        var (first, second) = (await SettingsOfAsync(s, s.Olga), await SettingsOfAsync(s, s.Anna));

        await Task.WhenAll(s.Olga.Press(first, "Hours…"), s.Anna.Press(second, "Hours…"));

        await s.ReadUntilAsync(db => db.Dialogues.AnyAsync(d => d.State == DialogueState.Active));
        Assert.Equal(1, await s.ReadAsync(db => db.Dialogues.CountAsync(d => d.State == DialogueState.Active)));
    }

    private static async Task<Message> SettingsOfAsync(Scenario s, ScenarioPerson who)
    {
        var seen = who.Messages.Select(m => m.Id).DefaultIfEmpty().Max();
        who.Says("/settings");
        var title = s.Language is Language.Russian ? "Настройки «" : "Settings of";
        return await who.Expect(m => m.Id > seen && m.Text!.Contains(title, StringComparison.Ordinal), "the settings");
    }

    private static Task<int> PromoteAsync(Scenario s, ScenarioPerson who) =>
        s.ReadAsync(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Person == new PersonId(who.Id));
            member.SeenAs(Roles.Manager, member.SeenAt);
            return await db.SaveChangesAsync();
        });

    private static Task<(TimeOnly From, TimeOnly To)> HoursAsync(Scenario s) =>
        s.ReadAsync(async db =>
        {
            var team = await db.Teams.AsNoTracking().SingleAsync();
            return (team.WorkFrom, team.WorkTo);
        });
}
