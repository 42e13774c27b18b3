using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Telegram;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Somebody_goes_off_shift
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_is_off_or_has_a_break_is_not_called_and_who_came_back_is(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says("/off");
        await s.Ivan.ExpectMessage(w.Say("Team.ShiftOff", $"{w["Common.Tomorrow"]} 09:00"), "/on");
        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");

        s.TimePasses(TimeSpan.FromMinutes(5));
        var first = await s.Sales.ExpectMessage(
            w.Say("Reminders.Waits", "L-1", w.Minutes(TimeSpan.FromMinutes(5))),
            "@anna"
        );
        s.Anna.Says("/pause 30m");
        await s.Anna.ExpectMessage(w.Say("Team.ShiftBreak", "10:35"), "/on");
        s.Ivan.Says("/on");
        await s.Ivan.ExpectMessage(w.Say("Team.ShiftOn", "18:00"), "/off");
        await s.LeadArrives(new { phone = "+79120000002", product = "Doors" });
        await s.Sales.ExpectMessage("🔥 L-2");
        s.TimePasses(TimeSpan.FromMinutes(5));
        var second = await s.Sales.ExpectMessage(
            w.Say("Reminders.Waits", "L-2", w.Minutes(TimeSpan.FromMinutes(5))),
            "@ivan"
        );

        Assert.DoesNotContain("@ivan", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@anna", second.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_is_on_shift_is_called_after_a_quiet_week_too_and_first_who_did_anything_last(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        // Who pressed Start has their answer before the week begins.
        long[] started = [s.Ivan.Id, s.Anna.Id, s.Maria.Id];
        await s.ReadUntilAsync(async db =>
            await db.Outbox.Where(o => started.Contains(o.ChatId)).Select(o => o.ChatId).Distinct().CountAsync() == 3
        );
        s.TimePasses(TimeSpan.FromDays(8));
        s.Anna.Says("/mine");
        await s.Anna.ExpectMessage(s.Words["Handoff.MineNone"]);

        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");
        s.TimePasses(TimeSpan.FromMinutes(5));
        await s.Sales.ExpectMessage("L-1", $"{s.Words["Reminders.OnShift"]}@anna, @");
        s.Olga.Says("/team");
        var team = await s.Olga.ExpectMessage(s.Words.Say("Team.Mates", "Windows", 3, 3));

        var quiet = team.Text!.Split('\n')
            .Where(l =>
                l.Contains(
                    s.Words.Say("Team.MateQuiet", s.Words.Date(new DateOnly(2027, 3, 16))),
                    StringComparison.Ordinal
                )
            )
            .Select(l => l.Split(' ')[0])
            .Order(StringComparer.Ordinal);
        // Peter never pressed Start: that is what is to be mended first.
        Assert.Equal(["Ivan", "Maria"], quiet);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_team_sees_who_is_at_work_and_what_keeps_the_others(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says("/pause 2h");
        await s.Ivan.ExpectMessage(w.Say("Team.ShiftBreak", "12:00"), "/on");
        s.Anna.Says("/off");
        await s.Anna.ExpectMessage(w.Say("Team.ShiftOff", $"{w["Common.Tomorrow"]} 09:00"), "/on");
        await s.TakenBy(s.Ivan);

        s.Olga.Says("/team");

        var team = await s.Olga.ExpectMessage(w.Say("Team.Mates", "Windows", 1, 3));
        Assert.Contains(
            $"{s.Ivan.Name} · {w.Say("Team.MateBreak", "12:00")} · {w.Say("Team.MateLeads", 1)}",
            team.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"{s.Anna.Name} · {w.Say("Team.MateOff", $"{w["Common.Tomorrow"]} 09:00")} · {w.Say("Team.MateLeads", 0)}",
            team.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"{s.Peter.Name} · {w["Team.MateOn"]} · {w.Say("Team.MateLeads", 0)} · {w["Team.MateNoStart"]}",
            team.Text,
            StringComparison.Ordinal
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task How_fast_each_claims_is_for_the_manager_and_for_oneself(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        await s.LeadArrives();
        var card = await s.Sales.ExpectMessage("🔥");
        s.TimePasses(TimeSpan.FromSeconds(140));
        await s.Ivan.Press(card, w["Handoff.Take"]);
        await s.Ivan.ExpectMessage("+79123451234");

        s.Olga.Says("/team");
        s.Ivan.Says("/team");
        s.Anna.Says("/team");

        var mates = w.Say("Team.Mates", "Windows", 3, 3);
        var ivan = $"Ivan · {w["Team.MateOn"]} · {w.Say("Team.MateLeads", 1)}";
        var ivans = $"{ivan} · {w.Say("Team.MateClaims", w.Percent(1), "2")}";
        Assert.Contains(ivans, (await s.Olga.ExpectMessage(mates)).Text, StringComparison.Ordinal);
        Assert.Contains(ivans, (await s.Ivan.ExpectMessage(mates)).Text, StringComparison.Ordinal);
        var annas = await s.Anna.ExpectMessage(mates);
        Assert.Contains(ivan + "\n", annas.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task By_one_press_and_the_message_shows_it(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says("/shift");
        var shift = await s.Ivan.ExpectMessage(w.Say("Team.ShiftOn", "18:00"));
        Assert.Equal(
            [
                w["Team.ShiftGoOff"],
                w["Team.ShiftBreakNow"],
                w["Team.ShiftPlan"],
                w["Team.ShiftTimeOff"],
                w["Team.ShiftQuiet"],
                w["Team.ShiftTeam"],
            ],
            ScenarioChat.Buttons(shift)
        );

        await s.Ivan.Press(shift, w["Team.ShiftBreakNow"]);
        var resting = await s.Ivan.ExpectTurned(shift, w.Say("Team.ShiftBreak", "10:30"));
        await s.Ivan.Press(resting, w["Team.ShiftComeOn"]);
        var back = await s.Ivan.ExpectTurned(shift, w.Say("Team.ShiftOn", "18:00"));
        await s.Ivan.Press(back, w["Team.ShiftTeam"]);

        await s.Ivan.ExpectMessage(w["Team.MateOn"], s.Anna.Name);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_break_nobody_can_read_is_explained_and_a_marketer_has_no_shift(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;

        s.Ivan.Says("/pause until lunch");
        s.Maria.Says("/off");

        await s.Ivan.ExpectMessage(w["Team.PauseHow"]);
        await s.Maria.ExpectMessage(w["Team.ShiftSellersOnly"]);
    }

    [Theory]
    [InlineData("English", "tue 9-15, wed-fri 10-19", "Tue 09:00–15:00, Wed–Fri 10:00–19:00", "17–20 March")]
    [InlineData("Russian", "вт 9-15, ср-пт 10-19", "вт 09:00–15:00, ср–пт 10:00–19:00", "17–20 марта")]
    public async Task A_plan_and_a_vacation_are_typed_shown_and_taken_back(
        string language,
        string typed,
        string plan,
        string days
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says("/shift");
        var shift = await s.Ivan.ExpectMessage(w.Say("Team.ShiftOn", "18:00"));
        await s.Ivan.Press(shift, w["Team.ShiftPlan"]);
        await s.Ivan.ExpectMessage(w["Team.PlanAsk"]);
        s.Ivan.Says("whenever");
        await s.Ivan.ExpectMessage(w["Team.PlanHow"]);
        s.Ivan.Says(typed);
        await s.Ivan.ExpectMessage(w.Say("Team.ShiftOn", "15:00"), w.Say("Team.PlanIs", plan));

        s.Ivan.Says("/off 17.03-20.03");
        var away = await s.Ivan.ExpectMessage(w.Say("Team.ShiftOn", "15:00"), w.Say("Team.TimeOffIs", days));
        s.Ivan.Says("/off 19.03");
        await s.Ivan.ExpectMessage(w.Say("Team.TimeOffOverlaps", days));
        await s.Ivan.Press(away, w.Say("Team.TimeOffDrop", days));

        await s.Ivan.Expect(
            m => m.Id == away.Id && !m.Text!.Contains(days, StringComparison.Ordinal),
            "the vacation taken back"
        );
    }

    [Theory]
    [InlineData("English", "mon, wed 12-20", "Mon 12:00–20:00, Wed 12:00–20:00", "fri 13–18", "19 March 13:00–18:00")]
    [InlineData("Russian", "пн, ср 12-20", "пн 12:00–20:00, ср 12:00–20:00", "пт 13–18", "19 марта 13:00–18:00")]
    public async Task A_plan_goes_back_to_the_teams_hours(
        string language,
        string typed,
        string plan,
        string away,
        string part
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says($"/shift {typed}");
        var planned = await s.Ivan.ExpectMessage(
            w.Say("Team.ShiftOff", $"{w["Common.Tomorrow"]} 12:00"),
            w.Say("Team.PlanIs", plan)
        );
        s.Ivan.Says($"/off {away}");
        await s.Ivan.ExpectMessage(w.Say("Team.TimeOffIs", part));
        await s.Ivan.Press(planned, w["Team.ShiftPlan"]);
        var asked = await s.Ivan.ExpectMessage(w["Team.PlanAsk"]);

        await s.Ivan.Press(asked, w["Team.PlanAsTeam"]);

        var plain = await s.Ivan.ExpectMessage(w.Say("Team.ShiftOn", "18:00"));
        Assert.DoesNotContain(plan, plain.Text, StringComparison.Ordinal);
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
