using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class The_team_is_set
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_manager_changes_the_norm_and_it_holds_for_what_waits_already(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");
        var usual = w.Say("Team.SetLadderIs", "3 / 5 / 10", 30);
        s.Olga.Says("/settings");
        var settings = await s.Olga.ExpectMessage(
            w.Say("Team.SettingsOf", "Windows"),
            s.Language is Language.Russian ? "Часы: пн–пт 09:00–18:00" : "Hours: Mon–Fri 09:00–18:00",
            $"{w["Team.SetLadder"]}: {usual}",
            $"{w["Team.SetCapacity"]}: {w.Say("Team.SetCapacityIs", 15, 5)}",
            $"{w["Team.SetHanding"]}: {w["Team.SetHandingFree"]}",
            $"{w["Team.SetRepeats"]}: {w.Say("Team.SetRepeatsIs", 30)}"
        );
        await s.Olga.Press(settings, $"{w["Team.SetLadder"]}…");
        await s.Olga.ExpectMessage(w["Team.AskLadder"], w.Say("Team.SetNow", usual), "3 5 10 30");
        s.Olga.Says("10 5 3");
        await s.Olga.ExpectMessage(w["Team.AskLadderHow"]);
        s.Olga.Says("1, 2, 4, 15");
        await s.Olga.ExpectMessage(
            $"{w["Team.SetLadder"]}: {w.Say("Team.SetLadderIs", "1 / 2 / 4", 15)}",
            w.Say("Team.SetLast", "Olga", "10:00", w["Team.SetLadder"], usual)
        );

        s.TimePasses(TimeSpan.FromMinutes(2));

        await s.Sales.ExpectMessage("L-1", "2\u00A0", w["Reminders.OnShift"]);
    }

    [Theory]
    [InlineData("English", "mon-sat 10-20", "Mon–Sat 10:00–20:00", "17–18 March, 9 May")]
    [InlineData("Russian", "пн–сб 10–20", "пн–сб 10:00–20:00", "17–18 марта, 9 мая")]
    public async Task Hours_holidays_and_capacity_are_typed(
        string language,
        string typed,
        string hours,
        string holidays
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var none = s.Words["Team.SetNoLimit"];
        await ChangeAsync(s, "Team.SetHours", typed, hours);
        await ChangeAsync(s, "Team.SetHolidays", "17.03-18.03, 09.05", holidays);
        await ChangeAsync(s, "Team.SetCapacity", "2 0", s.Words.Say("Team.SetCapacityIs", 2, none));

        var team = await s.ReadAsync(db => db.Teams.AsNoTracking().SingleAsync());

        Assert.Equal(new Capacity(2, 0), team.Capacity);
        Assert.Equal(3, team.Holidays.Count);
        Assert.False(team.Rhythm.Hours.IsOpen(new DateTimeOffset(2027, 3, 17, 9, 0, 0, TimeSpan.Zero)));
        Assert.Equal(3, await s.ReadAsync(db => db.TeamChanges.CountAsync(c => c.By == new PersonId(s.Olga.Id))));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Capacity_of_nought_is_no_limit_and_is_shown_so(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var none = w["Team.SetNoLimit"];
        await ChangeAsync(s, "Team.SetCapacity", "0 0", w.Say("Team.SetCapacityIs", none, none));
        s.TimePasses(TimeSpan.FromSeconds(2));

        for (var n = 1; n <= 6; n++)
        {
            await s.LeadArrives(new { phone = $"+7912000000{n}", product = "Doors" });
            await s.Ivan.Press(await s.Sales.ExpectMessage($"🔥 L-{n}"), w["Handoff.Take"]);
            await s.Ivan.ExpectMessage($"+7912000000{n}");
            s.TimePasses(TimeSpan.FromSeconds(5));
        }

        var team = await s.ReadAsync(db => db.Teams.AsNoTracking().SingleAsync());
        Assert.Equal(Capacity.Unlimited, team.Capacity);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task For_how_long_an_offer_stands_is_typed_and_holds(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await s.ReadAsync(async db =>
        {
            (await db.Teams.SingleAsync()).HandOut(new Handing(HandingMode.InTurn, TimeSpan.FromMinutes(3)));
            return await db.SaveChangesAsync();
        });
        await ChangeAsync(s, "Team.SetHanding", "10", w.Say("Team.SetHandingInTurn", 10));
        s.TimePasses(TimeSpan.FromSeconds(2));

        await s.LeadArrives();
        var card = await s.Sales.ExpectMessage("🔥 L-1", "10:10");
        var (first, other) = card.Text!.Contains(s.Ivan.Name, StringComparison.Ordinal)
            ? (s.Ivan, s.Anna)
            : (s.Anna, s.Ivan);
        await first.ExpectMessage("L-1", w.Say("Handoff.OfferedUntil", "10:10"));
        s.TimePasses(TimeSpan.FromMinutes(9));
        var refused = await other.Press(card, w["Handoff.Take"]);
        s.TimePasses(TimeSpan.FromMinutes(1));
        await other.Press(card, w["Handoff.Take"]);

        await other.ExpectMessage("+79123451234");
        Assert.Equal(w.Say("Handoff.KeptFor", "L-1", first.Name, "10:10"), refused.Text);
    }

    [Theory]
    [InlineData("English", "Hours", "mon-fri 25-30", "Days, then their hours")]
    [InlineData("English", "Hours", "mon 9-18, mon 10-19", "each day once")]
    [InlineData("English", "Holidays", "someday", "Whole days, with commas")]
    [InlineData("English", "Holidays", "09.05 10-12", "Whole days, with commas")]
    [InlineData(
        "English",
        "Holidays",
        "15.03.2027",
        "Over already: 15 March. Without the year the next ones are meant"
    )]
    [InlineData("English", "Holidays", "- 23.02", "Not on the list: 23 February 2028")]
    [InlineData("English", "Ladder", "0 5 10 30", "all but the last rising")]
    [InlineData("English", "Ladder", "3 5 99999 30", "all but the last rising")]
    [InlineData("English", "Capacity", "-1 5", "from 0 to 999")]
    [InlineData("English", "Handing", "90", "minutes from 1 to 60")]
    [InlineData("English", "Repeats", "400", "0 to 366")]
    [InlineData("English", "Repeats", "2 weeks", "0 to 366")]
    [InlineData("English", "Masking", "a little", "Press “Usual” or “Strict”")]
    [InlineData("Russian", "Hours", "пн-пт 18-18", "Дни, потом их часы")]
    [InlineData("Russian", "Hours", "пн 9-18, пн 10-19", "каждый день один раз")]
    [InlineData("Russian", "Holidays", "когда-нибудь", "Целые дни через запятую")]
    [InlineData("Russian", "Holidays", "15.03.2027", "Уже прошли: 15 марта. Без года запишу ближайшие")]
    [InlineData("Russian", "Holidays", "- 23.02", "В списке нет: 23 февраля 2028")]
    [InlineData("Russian", "Ladder", "10 5 3 30", "все кроме последнего по возрастанию")]
    [InlineData("Russian", "Capacity", "много", "Два числа от 0 до 999")]
    [InlineData("Russian", "Handing", "90", "минуты от 1 до 60")]
    [InlineData("Russian", "Repeats", "2 недели", "от 0 до 366")]
    [InlineData("Russian", "Masking", "немного", "Нажмите «Обычно» или «Строго»")]
    public async Task What_cannot_be_is_explained_and_nothing_changes(
        string language,
        string setting,
        string typed,
        string answer
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        s.Olga.Says("/settings");
        var settings = await s.Olga.ExpectMessage(s.Words.Say("Team.SettingsOf", "Windows"));
        await s.Olga.Press(settings, $"{s.Words[$"Team.Set{setting}"]}…");
        await s.Olga.ExpectMessage(s.Words.Say("Team.SetNow", "").TrimEnd());

        s.Olga.Says(typed);

        await s.Olga.ExpectMessage(answer);
        Assert.Equal(0, await s.ReadAsync(db => db.TeamChanges.CountAsync()));
    }

    private static async Task ChangeAsync(Scenario s, string setting, string typed, string shown)
    {
        var label = s.Words[setting];
        s.Olga.Says("/settings");
        var settings = await s.Olga.ExpectMessage(s.Words.Say("Team.SettingsOf", "Windows"));
        await s.Olga.Press(settings, $"{label}…");
        await s.Olga.ExpectMessage(s.Words.Say("Team.SetNow", "").TrimEnd());
        s.Olga.Says(typed);
        await s.Olga.ExpectMessage($"{label}: {shown}", "Olga");
    }
}
