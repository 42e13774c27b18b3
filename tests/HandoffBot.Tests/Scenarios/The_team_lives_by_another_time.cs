using HandoffBot.Domain.Leads;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Language = HandoffBot.Domain.Team.Language;

namespace HandoffBot.Tests.Scenarios;

public sealed class The_team_lives_by_another_time
{
    [Theory]
    [InlineData("English", "mon-fri 11-20", "Hours: Mon–Fri 11:00–20:00")]
    [InlineData("Russian", "пн-пт 11-20", "Часы: пн–пт 11:00–20:00")]
    public async Task Hours_that_change_move_the_steps_of_what_waits(string language, string typed, string shown)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");

        await s.Olga.Press(await SettingsAsync(s), $"{s.Words["Team.SetHours"]}…");
        await s.Olga.ExpectMessage(s.Words["Team.AskHours"]);
        s.Olga.Says(typed);
        await s.Olga.ExpectMessage(shown);

        // It came at ten, before the new hours begin: its three minutes run from eleven.
        Assert.Equal(s.World.Clock.GetUtcNow().AddHours(1).AddMinutes(3), await DueAsync(s), TimeSpan.FromSeconds(30));
        s.TimePasses(TimeSpan.FromMinutes(50));
        await s.SweptAsync();
        Assert.Equal(LeadStep.None, await s.ReadAsync(db => db.Leads.Select(l => l.Said).SingleAsync()));
        s.TimePasses(TimeSpan.FromMinutes(14));
        await s.Sales.ExpectMessage(s.Words.Say("Reminders.Waits", "L-1", "").TrimEnd('.', ' '));
    }

    [Theory]
    [InlineData("English", "Atlantis", "Rome", "Europe/Rome")]
    [InlineData("Russian", "Атлантида", "Самара", "Europe/Samara")]
    public async Task A_city_nobody_knows_is_asked_for_again_and_a_known_one_names_the_zone(
        string language,
        string unknown,
        string city,
        string zone
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await s.Olga.Press(await SettingsAsync(s), $"{w["Team.SetLocale"]}…");
        await PressAsync(s, w["Team.Change"]);
        await PressAsync(s, language is nameof(Language.Russian) ? "Русский" : "English");
        await s.Olga.ExpectMessage(w["Team.AskZone"]);

        s.Olga.Says(unknown);
        await s.Olga.ExpectMessage(w["Team.AskZoneHow"]);
        s.Olga.Says(city);
        await s.Olga.ExpectMessage(w["Team.AskCountry"]);
        s.Olga.Says("RU");
        var last = await s.Olga.ExpectMessage(w["Team.AskCurrency"]);
        s.Olga.Says("RUB");
        await PressAsync(s, w["Team.Right"], last.Id);

        await s.ReadUntilAsync(async db => (await db.Teams.SingleAsync()).Locale.ZoneId == zone);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Each_question_about_it_has_a_way_out(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await s.Olga.Press(await SettingsAsync(s), $"{w["Team.SetLocale"]}…");
        await PressAsync(s, w["Team.Change"]);
        await PressAsync(s, language is nameof(Language.Russian) ? "Русский" : "English");
        var asked = await s.Olga.ExpectMessage(w["Team.AskZone"]);

        await s.Olga.Press(asked, w["Team.Leave"]);

        await s.Olga.ExpectMessage(w["Team.NothingChanged"]);
        await s.Olga.ExpectButtons(asked);
        Assert.Equal("Europe/Moscow", await s.ReadAsync(db => db.Teams.Select(t => t.Locale.ZoneId).SingleAsync()));
    }

    private static async Task PressAsync(Scenario s, string button, int after = 0) =>
        await s.Olga.Press(
            await s.Olga.Expect(
                m => m.Id > after && ScenarioChat.Buttons(m).Contains(button),
                $"a message with {button}"
            ),
            button
        );

    private static async Task<Message> SettingsAsync(Scenario s)
    {
        s.Olga.Says("/settings");
        return await s.Olga.ExpectMessage(s.Words.Say("Team.SettingsOf", "Windows"));
    }

    private static Task<DateTimeOffset> DueAsync(Scenario s) =>
        s.ReadAsync(db => db.Leads.Select(l => l.NextStepAt!.Value).SingleAsync());
}
