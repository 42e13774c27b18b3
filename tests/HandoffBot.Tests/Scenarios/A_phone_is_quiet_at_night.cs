using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_phone_is_quiet_at_night
{
    [Theory]
    [InlineData(
        "English",
        "Quiet hours…",
        "From when till when",
        "11–13",
        "Quiet: 11:00–13:00",
        "Assign",
        "Call back",
        "In an hour"
    )]
    [InlineData(
        "Russian",
        "Тишина…",
        "С какого до какого",
        "11–13",
        "Тишина: 11:00–13:00",
        "Кому",
        "Перезвонить",
        "Через час"
    )]
    public async Task In_quiet_hours_nothing_rings_but_the_call_one_planned(
        string language,
        string quiet,
        string asks,
        string hours,
        string shown,
        string assign,
        string callBack,
        string inAnHour
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var (planned, _, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, callBack);
        await s.Ivan.Press(sheet, inAnHour);
        s.Ivan.Says("/shift");
        await s.Ivan.Press(await s.Ivan.ExpectMessage("18:00"), quiet);
        await s.Ivan.ExpectMessage(asks);
        s.Ivan.Says(hours);
        await s.Ivan.ExpectMessage(shown);

        var before = await GivenAsync(s, "+79120000002", assign);
        s.TimePasses(TimeSpan.FromMinutes(62));
        var during = await GivenAsync(s, "+79120000003", assign);
        var call = await s.Ivan.ExpectMessage("⏰", $"{planned}");

        Assert.Equal((false, true, false), (before, during, call.Silent));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_wants_quiet_is_not_mentioned_in_the_sales_chat(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says("/shift");
        await s.Ivan.Press(await s.Ivan.ExpectMessage("18:00"), w["Team.ShiftQuiet"]);
        await s.Ivan.ExpectMessage(w["Team.QuietAsk"]);
        s.Ivan.Says("9-13");
        await s.Ivan.ExpectMessage(w.Say("Team.QuietIs", "09:00–13:00"));

        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");
        s.TimePasses(TimeSpan.FromMinutes(5));
        var reminder = await s.Sales.ExpectMessage(
            w.Say("Reminders.Waits", "L-1", w.Minutes(TimeSpan.FromMinutes(5))),
            "@anna"
        );

        Assert.DoesNotContain("@ivan", reminder.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task What_are_no_hours_is_explained_and_quiet_can_be_given_up(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says("/shift");
        var shift = await s.Ivan.ExpectMessage("18:00");
        await s.Ivan.Press(shift, w["Team.ShiftQuiet"]);
        var first = await s.Ivan.ExpectMessage(w["Team.QuietAsk"]);
        s.Ivan.Says("at night");
        await s.Ivan.ExpectMessage(w["Team.QuietHow"]);
        s.Ivan.Says("22-8");
        await s.Ivan.Press(await s.Ivan.ExpectMessage(w.Say("Team.QuietIs", "22:00–08:00")), w["Team.ShiftQuiet"]);
        var asked = await s.Ivan.Expect(
            m => m.Id > first.Id && ScenarioChat.Buttons(m).Contains(w["Team.QuietNever"]),
            "the question anew"
        );
        await s.Ivan.Press(asked, w["Team.QuietNever"]);

        await s.ReadUntilAsync(async db => (await db.People.FindAsync(new PersonId(s.Ivan.Id)))!.Quiet is null);
    }

    /// <summary>The manager gives a lead to Ivan; whether his phone stays silent.</summary>
    private static async Task<bool> GivenAsync(Scenario s, string phone, string assign)
    {
        var lead = await s.LeadArrives(new { phone, product = "Doors" });
        await s.Sales.ExpectMessage($"🔥 {lead}");
        s.Olga.Says($"/lead {lead}");
        var shown = await s.Olga.ExpectMessage($"🔥 {lead}");
        await s.Olga.Press(shown, s.Language is Language.Russian ? "Назначить…" : "Assign to…");
        var whom = await s.Olga.Expect(
            m =>
                m.Text!.Contains($"{lead}", StringComparison.Ordinal)
                && m.Buttons.Any(b => b.Text.StartsWith(s.Ivan.Name, StringComparison.Ordinal)),
            assign
        );
        await s.Olga.Press(
            whom,
            whom.Buttons.First(b => b.Text.StartsWith(s.Ivan.Name, StringComparison.Ordinal)).Text
        );
        return (await s.Ivan.ExpectMessage($"{lead}", phone)).Silent;
    }
}
