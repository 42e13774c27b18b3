using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Telegram;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Somebody_goes_off_shift
{
    [Fact]
    public async Task Who_is_off_or_has_a_break_is_not_called_and_who_came_back_is()
    {
        await using var s = await Scenario.StartAsync();
        s.Ivan.Says("/off");
        await s.Ivan.ExpectMessage("Off shift until", "09:00", "/on");
        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");

        s.TimePasses(TimeSpan.FromMinutes(5));
        var first = await s.Sales.ExpectMessage("L-1 has waited 5 min", "On shift:", "@anna");
        s.Anna.Says("/pause 30m");
        await s.Anna.ExpectMessage("A break until", "/on");
        s.Ivan.Says("/on");
        await s.Ivan.ExpectMessage("You are on shift until", "18:00", "/off");
        await s.LeadArrives(new { phone = "+79120000002", product = "Doors" });
        await s.Sales.ExpectMessage("🔥 L-2");
        s.TimePasses(TimeSpan.FromMinutes(5));
        var second = await s.Sales.ExpectMessage("L-2 has waited 5 min", "On shift:", "@ivan");

        Assert.DoesNotContain("@ivan", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@anna", second.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_is_on_shift_is_called_after_a_quiet_week_too_and_first_who_did_anything_last(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        s.TimePasses(TimeSpan.FromDays(8));
        s.Anna.Says("/mine");
        await s.Anna.ExpectMessage(s.Words["Handoff.MineNone"]);

        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");
        s.TimePasses(TimeSpan.FromMinutes(5));
        await s.Sales.ExpectMessage("L-1", $"{s.Words["Reminders.OnShift"]}@anna, @");
        s.Olga.Says("/team");
        var team = await s.Olga.ExpectMessage(s.Words.Say("Team.Mates", "Windows", 4, 5));

        var quiet = team.Text!.Split('\n')
            .Where(l =>
                l.Contains(
                    s.Words.Say("Team.MateQuiet", s.Words.Date(new DateOnly(2027, 3, 16))),
                    StringComparison.Ordinal
                )
            )
            .Select(l => l.Split(' ')[0]);
        Assert.Equal(["Peter", "Ivan", "Maria"], quiet);
    }

    [Fact]
    public async Task In_Russian_it_goes_the_same_way_and_the_team_is_seen()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        s.Ivan.Says("/pause 2 часа");
        await s.Ivan.ExpectMessage("Перерыв до", "/on");
        s.Anna.Says("/off");
        await s.Anna.ExpectMessage("Вы не на смене до", "/on");
        await s.TakenBy(s.Ivan);

        s.Olga.Says("/team");

        var team = await s.Olga.ExpectMessage("на смене");
        Assert.Contains($"{s.Ivan.Name} · перерыв до 12:00 · 1 лид", team.Text, StringComparison.Ordinal);
        Assert.Contains($"{s.Anna.Name} · не на смене до завтра 09:00 · 0 лидов", team.Text, StringComparison.Ordinal);
        Assert.Contains($"{s.Peter.Name} · на смене · 0 лидов · нет Start", team.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_fast_each_claims_is_for_the_manager_and_for_oneself()
    {
        await using var s = await Scenario.StartAsync();
        await s.LeadArrives();
        var card = await s.Sales.ExpectMessage("🔥");
        s.TimePasses(TimeSpan.FromSeconds(140));
        await s.Ivan.Press(card, "Take");
        await s.Ivan.ExpectMessage("+79123451234");

        s.Olga.Says("/team");
        s.Ivan.Says("/team");
        s.Anna.Says("/team");

        const string Ivans = "Ivan · on shift · 1 lead · 100% of the claims in 30 days, median 2";
        Assert.Contains(Ivans, (await s.Olga.ExpectMessage("of 5 on shift")).Text, StringComparison.Ordinal);
        Assert.Contains(Ivans, (await s.Ivan.ExpectMessage("of 5 on shift")).Text, StringComparison.Ordinal);
        var annas = await s.Anna.ExpectMessage("of 5 on shift");
        Assert.Contains("Ivan · on shift · 1 lead\n", annas.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_one_press_and_the_message_shows_it()
    {
        await using var s = await Scenario.StartAsync();
        s.Ivan.Says("/shift");
        var shift = await s.Ivan.ExpectMessage("You are on shift until", "18:00");
        Assert.Equal(
            ["Off shift", "Break 30 min", "Plan…", "Time off…", "Quiet hours…", "The team"],
            ScenarioChat.Buttons(shift)
        );

        await s.Ivan.Press(shift, "Break 30 min");
        var resting = await s.Ivan.ExpectTurned(shift, "A break until");
        await s.Ivan.Press(resting, "On shift");
        var back = await s.Ivan.ExpectTurned(shift, "You are on shift until");
        await s.Ivan.Press(back, "The team");

        await s.Ivan.ExpectMessage("on shift", s.Anna.Name);
    }

    [Fact]
    public async Task A_break_nobody_can_read_is_explained_and_a_marketer_has_no_shift()
    {
        await using var s = await Scenario.StartAsync();

        s.Ivan.Says("/pause until lunch");
        s.Maria.Says("/off");

        await s.Ivan.ExpectMessage("How long?", "/pause 30m", "/off");
        await s.Maria.ExpectMessage("Shifts are for those who take leads", "/team");
    }

    [Fact]
    public async Task A_plan_and_a_vacation_are_typed_shown_and_taken_back()
    {
        await using var s = await Scenario.StartAsync();
        s.Ivan.Says("/shift");
        var shift = await s.Ivan.ExpectMessage("You are on shift until", "18:00");
        await s.Ivan.Press(shift, "Plan…");
        await s.Ivan.ExpectMessage("On which days", "mon–fri 9–18");
        s.Ivan.Says("whenever");
        await s.Ivan.ExpectMessage("Days first, then hours");
        s.Ivan.Says("tue 9-15, wed-fri 10-19");
        await s.Ivan.ExpectMessage("You are on shift until 15:00", "Plan: Tue 09:00–15:00, Wed–Fri 10:00–19:00");

        s.Ivan.Says("/off 17.03-20.03");
        var away = await s.Ivan.ExpectMessage("You are on shift until 15:00", "Away: 17–20 March");
        s.Ivan.Says("/off 19.03");
        await s.Ivan.ExpectMessage("You are away 17–20 March already");
        await s.Ivan.Press(away, "Drop 17–20 March");

        await s.Ivan.Expect(
            m => m.Id == away.Id && !m.Text!.Contains("Away", StringComparison.Ordinal),
            "the vacation taken back"
        );
    }

    [Fact]
    public async Task In_Russian_a_plan_goes_back_to_the_teams_hours()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        s.Ivan.Says("/shift пн, ср 12-20");
        var planned = await s.Ivan.ExpectMessage(
            "Вы не на смене до завтра 12:00",
            "План: пн 12:00–20:00, ср 12:00–20:00"
        );
        s.Ivan.Says("/off пт 13–18");
        await s.Ivan.ExpectMessage("Не будет: 19 марта 13:00–18:00");
        await s.Ivan.Press(planned, "План…");
        var asked = await s.Ivan.ExpectMessage("В какие дни", "пн–пт 9–18");

        await s.Ivan.Press(asked, "Как команда");

        var plain = await s.Ivan.ExpectMessage("Вы на смене до 18:00");
        Assert.DoesNotContain("План", plain.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("English", "17–20 March", "5 April", "Drop 17–20 March", "Drop 5 April", "Dropped: 5 April")]
    [InlineData("Russian", "17–20 марта", "5 апреля", "Снять 17–20 марта", "Снять 5 апреля", "Снято: 5 апреля")]
    public async Task Each_time_off_has_a_button_with_its_days_and_a_second_tap_drops_no_other(
        string language,
        string vacation,
        string day,
        string dropVacation,
        string dropDay,
        string dropped
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        s.Ivan.Says("/off 17.03-20.03");
        await s.Ivan.ExpectMessage(vacation);
        s.Ivan.Says("/off 05.04");
        var shift = await s.Ivan.ExpectMessage(vacation, day);
        Assert.Equal([dropVacation, dropDay], ScenarioChat.Buttons(shift)[^2..]);
        var drop = shift.Buttons.Last().CallbackData!;

        var first = await s.Ivan.PressData(shift, drop);
        var second = await s.Ivan.PressData(shift, drop);

        await s.Ivan.Expect(
            m =>
                m.Id == shift.Id
                && m.Text!.Contains(vacation, StringComparison.Ordinal)
                && !m.Text.Contains(day, StringComparison.Ordinal),
            "the day dropped, the vacation kept"
        );
        Assert.Equal((dropped, s.Words["Team.TimeOffGone"]), (first.Text, second.Text));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task An_old_button_that_named_no_time_off_drops_the_only_one_and_of_several_none(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        s.Ivan.Says("/off 17.03-20.03");
        var shift = await s.Ivan.ExpectMessage(s.Words.Dates(new(2027, 3, 17), new(2027, 3, 20)));
        s.Ivan.Says("/off 05.04");
        await s.Ivan.ExpectMessage(s.Words.Date(new(2027, 4, 5)));
        var old = CallbackData.Write(new ButtonPress("shift", 1, 6, s.Ivan.Id));

        var asked = await s.Ivan.PressData(shift, old);
        var named = await s.Ivan.ExpectTurned(shift, s.Words.Date(new(2027, 4, 5)));
        await s.Ivan.Press(named, s.Words.Say("Team.TimeOffDrop", s.Words.Date(new(2027, 4, 5))));
        await s.Ivan.Expect(m => m.Id == shift.Id && m.Buttons.Count() == named.Buttons.Count() - 1, "one fewer");
        var last = await s.Ivan.PressData(shift, old);

        var left = await s.ReadAsync(db =>
            db.Members.Where(m => m.Person == new PersonId(s.Ivan.Id)).Select(m => m.TimesOff).SingleAsync()
        );
        Assert.Empty(left);
        Assert.Equal(s.Words["Team.TimeOffWhich"], asked.Text);
        Assert.NotEqual(asked.Text, last.Text);
    }
}
