using HandoffBot.Domain.Team;
using HandoffBot.Resources;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class Nobody_takes_a_lead
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_silent_reply_then_names_then_the_manager(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");

        s.TimePasses(TimeSpan.FromMinutes(3));
        var silent = await s.Sales.ExpectReplyTo(card, w.Say("Reminders.Waits", lead, Minutes(w, 3)));
        s.TimePasses(TimeSpan.FromMinutes(2));
        var loud = await s.Sales.ExpectReplyTo(
            card,
            w.Say("Reminders.Waits", lead, Minutes(w, 5)),
            w["Reminders.OnShift"],
            "@ivan",
            "@anna"
        );
        s.TimePasses(TimeSpan.FromMinutes(5));
        var manager = await s.Olga.ExpectMessage(w.Say("Reminders.ManagerOne", lead, Minutes(w, 10), 5), "PVC windows");

        Assert.True(silent.Silent);
        Assert.DoesNotContain("@", silent.Text, StringComparison.Ordinal);
        Assert.False(loud.Silent);
        Assert.Equal(
            [w["Reminders.Assign"], w["Reminders.Defer"], w["Reminders.Snooze"], w["Reminders.Spam"]],
            ScenarioChat.Buttons(manager)
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_claim_stops_the_ladder(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (lead, card, _) = await s.TakenBy(s.Ivan);

        s.TimePasses(TimeSpan.FromMinutes(31));
        await s.Ivan.ExpectMessage(w.Say("Reminders.FirstContact", lead), "+79123451234");

        Assert.False(s.Sales.HasMessage("⏰"));
        Assert.False(s.Olga.HasMessage("⏰"));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Several_late_leads_are_one_message(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        foreach (var i in Enumerable.Range(1, 4))
        {
            await s.LeadArrives(new { phone = $"+7912000000{i}", product = "Windows" });
            await s.Sales.ExpectMessage($"🔥 L-{i}");
        }

        s.TimePasses(TimeSpan.FromMinutes(6));

        await s.Sales.ExpectMessage(
            w.Say("Reminders.SeveralWait", 4, "10:00", "L-1, L-2, L-3, L-4"),
            w["Reminders.OnShift"]
        );
        Assert.Single(s.Sales.Messages, m => m.Text?.StartsWith('⏰') == true);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_clock_stands_outside_working_time(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.TimePasses(TimeSpan.FromHours(10));
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}", w.Say("Handoff.TakeBy", $"{w["Common.Tomorrow"]} 09:05"));

        s.TimePasses(TimeSpan.FromHours(12));
        await s.LeadArrives(new { phone = "+79120000001", product = "A balcony" });
        await s.Sales.ExpectMessage("A balcony");
        Assert.False(s.Sales.HasMessage("⏰"));
        s.TimePasses(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(6));

        await s.Sales.ExpectMessage("⏰", lead.ToString(), w["Reminders.OnShift"]);
        Assert.NotNull(card);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_manager_gives_it_to_somebody(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        s.TimePasses(TimeSpan.FromMinutes(11));
        var late = await s.Olga.ExpectMessage(w.Say("Reminders.ManagerOne", lead, Minutes(w, 11), 5));

        await s.Olga.Press(late, w["Reminders.Assign"]);
        var whom = await s.Olga.ExpectMessage(w["Handoff.AssignWhom"]);
        var answer = await s.Olga.Press(whom, "Anna");

        Assert.Equal(w.Say("Handoff.DoneAssigned", lead, "Anna"), answer.Text);
        await s.Anna.ExpectMessage("+79123451234");
        await s.Sales.ExpectTurned(card, w.Say("Handoff.TakenBy", "Anna"));
        Assert.Empty((await s.Olga.ExpectTurned(late, $"{lead}", w.Say("Handoff.TakenBy", "Anna"))).Buttons);
        Assert.Empty((await s.Olga.ExpectTurned(whom, $"{lead}", w.Say("Handoff.TakenBy", "Anna"))).Buttons);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_manager_lets_it_rest_for_a_quarter_of_an_hour(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        await s.Sales.ExpectMessage($"🔥 {lead}");
        s.TimePasses(TimeSpan.FromMinutes(11));
        var late = await s.Olga.ExpectMessage(w.Say("Reminders.ManagerOne", lead, Minutes(w, 11), 5));

        var answer = await s.Olga.Press(late, w["Reminders.Defer"]);

        Assert.Equal(w.Say("Handoff.DoneDeferred", lead), answer.Text);
        s.TimePasses(TimeSpan.FromMinutes(14));
        await s.SweptAsync();
        Assert.Equal(0, Alarms(s, late.Id));
        s.TimePasses(TimeSpan.FromMinutes(1));
        await s.Olga.ExpectMessage(w.Say("Reminders.ManagerOne", lead, Minutes(w, 26), 5));
        s.TimePasses(TimeSpan.FromMinutes(14));
        await s.SweptAsync();
        Assert.Equal(1, Alarms(s, late.Id));
    }

    [Theory]
    [InlineData(
        "English",
        "has waited 10 min, the SLA is 5",
        "Spam",
        "{0}: bad lead, marketing will hear of it",
        "Spam · by Olga"
    )]
    [InlineData(
        "Russian",
        "ждёт 10 мин при нормативе 5",
        "Спам",
        "{0}: плохой лид, маркетинг узнает",
        "Спам · отметка: Olga"
    )]
    public async Task The_manager_calls_it_spam_and_nobody_is_reminded_any_more(
        string language,
        string late,
        string spam,
        string done,
        string closed
    )
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        s.TimePasses(TimeSpan.FromMinutes(10));
        var told = await s.Olga.ExpectMessage($"⏰ {lead} {late}");

        var answer = await s.Olga.Press(told, spam);

        Assert.Equal(string.Format(CultureInfo.InvariantCulture, done, lead), answer.Text);
        await s.Sales.ExpectTurned(card, $"⛔ {lead}", closed);
        Assert.Empty((await s.Olga.ExpectTurned(told, $"{lead}", spam)).Buttons);
        s.TimePasses(TimeSpan.FromMinutes(40));
        await s.SweptAsync();
        Assert.Equal(0, Alarms(s, told.Id));
    }

    private static string Minutes(Wording words, int minutes) => words.Minutes(TimeSpan.FromMinutes(minutes));

    /// <summary>What calls the manager; other answers may come in between.</summary>
    private static int Alarms(Scenario s, int after) =>
        s.Olga.Messages.Count(m => m.Id > after && m.Text?.StartsWith('⏰') == true);
}
