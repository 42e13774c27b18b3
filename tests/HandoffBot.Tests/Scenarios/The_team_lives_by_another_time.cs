using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class The_team_lives_by_another_time
{
    /// <summary>Each with the working time after which it comes, in minutes, and what was said before it.</summary>
    private static readonly (LeadStep Step, int Minutes, LeadStep Before)[] Steps =
    [
        (LeadStep.Remind, 3, LeadStep.None),
        (LeadStep.Sla, 5, LeadStep.Remind),
    ];

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

    /// <param name="from">The team's hours on all days, in Berlin.</param>
    /// <param name="arrives">Three minutes of working time before the reminder, with the change in between.</param>
    [Theory]
    [InlineData("English", 9, 18, "2027-03-27T16:58", "2027-03-28T07:01")]
    [InlineData("Russian", 9, 18, "2027-03-27T16:58", "2027-03-28T07:01")]
    [InlineData("English", 22, 6, "2027-03-28T00:58", "2027-03-28T01:01")]
    [InlineData("Russian", 22, 6, "2027-03-28T00:58", "2027-03-28T01:01")]
    [InlineData("English", 9, 18, "2027-10-30T15:58", "2027-10-31T08:01")]
    [InlineData("Russian", 9, 18, "2027-10-30T15:58", "2027-10-31T08:01")]
    [InlineData("English", 22, 6, "2027-10-31T00:58", "2027-10-31T01:01")]
    [InlineData("Russian", 22, 6, "2027-10-31T00:58", "2027-10-31T01:01")]
    public async Task Steps_come_in_working_time_though_the_clocks_change_meanwhile(
        string language,
        int from,
        int to,
        string arrives,
        string reminded
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.ReadAsync(async db =>
        {
            var team = await db.Teams.SingleAsync();
            team.Settle(team.Locale with { ZoneId = "Europe/Berlin" });
            team.Work(WeekDays.All, new TimeOnly(from, 0), new TimeOnly(to, 0));
            return await db.SaveChangesAsync();
        });
        s.World.Clock.MoveTo(Utc(arrives).AddMinutes(-1));
        await s.SweptAsync();

        s.World.Clock.MoveTo(Utc(arrives));
        await s.LeadArrives();

        await IsRemindedAsync(s, Utc(reminded) - Utc(arrives));
    }

    [Theory]
    [InlineData("English", "Holidays: 17 March")]
    [InlineData("Russian", "Праздники: 17 марта")]
    public async Task Steps_stand_on_a_holiday_and_go_on_after_it(string language, string set)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.Olga.Press(await SettingsAsync(s), $"{s.Words["Team.SetHolidays"]}…");
        await s.Olga.ExpectMessage(s.Words["Team.AskHolidays"]);
        s.Olga.Says("17.03");
        await s.Olga.ExpectMessage(set);
        s.World.Clock.MoveTo(Utc("2027-03-16T14:58"));
        await s.LeadArrives();
        var card = await s.Sales.ExpectMessage("🔥 L-1");

        s.World.Clock.MoveTo(Utc("2027-03-17T09:00"));
        await s.SweptAsync();

        Assert.DoesNotContain(s.Sales.Messages, m => m.Id > card.Id);
        await IsRemindedAsync(s, Utc("2027-03-18T06:01") - Utc("2027-03-16T14:58"));
    }

    /// <summary>Not sooner, and the SLA's step two minutes later.</summary>
    private static async Task IsRemindedAsync(Scenario s, TimeSpan after)
    {
        var card = await s.Sales.ExpectMessage("🔥 L-1");
        var due = await s.ReadAsync(db => db.Leads.Select(l => l.ReceivedAt).SingleAsync()) + after;
        Assert.Equal(due, await DueAsync(s));
        foreach (var (step, minutes, before) in Steps)
        {
            var at = due.AddMinutes(minutes - 3);
            s.World.Clock.MoveTo(at.AddSeconds(-40));
            await s.SweptAsync();
            Assert.Equal(before, await s.ReadAsync(db => db.Leads.Select(l => l.Said).SingleAsync()));
            s.World.Clock.MoveTo(at.AddSeconds(1));
            var waited = s.Words.Minutes(TimeSpan.FromMinutes(minutes));
            await s.Sales.ExpectReplyTo(card, s.Words.Say("Reminders.Waits", "L-1", waited));
            Assert.True(await s.ReadAsync(db => db.Leads.AnyAsync(l => (l.Said & step) != 0)));
        }
    }

    private static DateTimeOffset Utc(string at) =>
        new(DateTime.Parse(at, CultureInfo.InvariantCulture), TimeSpan.Zero);

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
