using HandoffBot.Tests.Support;

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

        var team = await s.Olga.ExpectMessage(w.Say("Team.Mates", "Windows", 2, 5));
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

        var mates = w.Say("Team.Mates", "Windows", 4, 5);
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
        await s.Ivan.Press(away, w["Team.TimeOffCancel"]);

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
}
