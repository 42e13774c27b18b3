using HandoffBot.Domain.Leads;
using HandoffBot.Resources;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_lead_may_rest
{
    [Theory]
    [InlineData(
        "English",
        "Let it rest…",
        "Until when",
        "Tomorrow 10",
        "Why?",
        "The customer asked",
        "Rests until tomorrow 10:00: the customer asked",
        "Spam"
    )]
    [InlineData(
        "Russian",
        "Отложить…",
        "До какого времени",
        "Завтра 10:00",
        "Почему?",
        "Просил клиент",
        "Отложен до завтра 10:00: просил клиент",
        "Спам"
    )]
    public async Task The_manager_says_until_when_and_why_and_nobody_is_reminded_before(
        string language,
        string rest,
        string when,
        string tomorrow,
        string why,
        string reason,
        string shown,
        string spam
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        s.Olga.Says($"/lead {lead}");
        var asked = await s.Olga.ExpectMessage($"🔥 {lead}");

        await s.Olga.Press(asked, rest);
        await s.Olga.Press(await s.Olga.ExpectMessage(when), tomorrow);
        await s.Olga.Press(await s.Olga.ExpectMessage(why), reason);

        await s.Sales.ExpectTurned(card, shown);
        s.TimePasses(TimeSpan.FromHours(7));
        await s.SweptAsync();
        Assert.Empty(await s.ReadAsync(db => db.LeadEvents.Where(e => e.Kind == nameof(StepTaken)).ToListAsync()));
        s.TimePasses(TimeSpan.FromHours(18));
        await s.Olga.Expect(m => m.Buttons.Any(b => b.Text == spam), "the manager is told");
    }

    [Theory]
    [InlineData("English", "yesterday", "in 3 hours", "the fitter is ill")]
    [InlineData("Russian", "вчера", "через 3 часа", "монтажник болеет")]
    public async Task In_own_words_and_what_cannot_be_is_explained(
        string language,
        string never,
        string later,
        string why
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        s.Olga.Says($"/lead {lead}");
        await s.Olga.Press(await s.Olga.ExpectMessage($"🔥 {lead}"), w["Handoff.Snooze"]);
        await s.Olga.ExpectMessage(w["Handoff.SnoozeWhen"]);

        s.Olga.Says(never);
        await s.Olga.ExpectMessage(w["Handoff.CallBackNotUnderstood"]);
        s.Olga.Says(later);
        await s.Olga.ExpectMessage(Why(w));
        s.Olga.Says("Bob Ray +44 20 7946 0555");
        await s.Olga.ExpectMessage(w.Say("Handoff.ReasonIsLead", lead));
        s.Olga.Says(why);

        await s.Olga.ExpectMessage(w.Say("Handoff.DoneSnoozed", lead, "13:00"));
        await s.Sales.ExpectTurned(card, w.Say("Handoff.SnoozedUntil", "13:00", w["Handoff.SnoozedOther"]));
        Assert.Equal(
            why,
            await s.ReadAsync(db =>
                db.LeadWords.Where(l => l.Lead == lead && l.Kind == WordsKind.Reason).Select(l => l.Text).SingleAsync()
            )
        );
    }

    [Theory]
    [InlineData("English", "tomorrow at 3", "Wed 17 March 03:00", "Wed 17 March 15:00")]
    [InlineData("Russian", "завтра в 3", "ср 17 марта 03:00", "ср 17 марта 15:00")]
    public async Task An_hour_that_may_be_of_the_night_or_of_the_afternoon_is_asked_about(
        string language,
        string typed,
        string night,
        string afternoon
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        await s.Sales.ExpectMessage($"🔥 {lead}");
        s.Olga.Says($"/lead {lead}");
        await s.Olga.Press(await s.Olga.ExpectMessage($"🔥 {lead}"), w["Handoff.Snooze"]);
        await s.Olga.ExpectMessage(w["Handoff.SnoozeWhen"]);

        s.Olga.Says(typed);
        var which = await s.Olga.ExpectMessage(w["Handoff.CallBackWhich"]);
        await s.Olga.Press(which, afternoon);
        await s.Olga.Press(await s.Olga.ExpectMessage(afternoon, Why(w)), w["Handoff.SnoozeStock"]);

        await s.ReadUntilAsync(db => db.Leads.AnyAsync(l => l.DeferredUntil != null));
        Assert.Equal([night, afternoon], ScenarioChat.Buttons(which));
        Assert.Equal(
            new DateTimeOffset(2027, 3, 17, 12, 0, 0, TimeSpan.Zero),
            await s.ReadAsync(db => db.Leads.Select(l => l.DeferredUntil).SingleAsync())
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task What_rests_is_not_given_to_who_takes_the_next_and_a_rep_may_not_let_it_rest(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        await s.Sales.ExpectMessage($"🔥 {lead}");
        s.Olga.Says($"/lead {lead}");
        var shown = await s.Olga.ExpectMessage($"🔥 {lead}");
        var snooze = shown.Buttons.Single(b => b.Text == w["Handoff.Snooze"]).CallbackData!;
        await s.Olga.Press(shown, w["Handoff.Snooze"]);
        await s.Olga.Press(await s.Olga.ExpectMessage(w["Handoff.SnoozeWhen"]), w["Handoff.CallTomorrow"]);
        await s.Olga.Press(await s.Olga.ExpectMessage(Why(w)), w["Handoff.SnoozeStock"]);
        await s.ReadUntilAsync(db => db.Leads.AnyAsync(l => l.Id == lead && l.DeferredUntil != null));

        s.Ivan.Says($"/lead {lead}");
        var his = await s.Ivan.ExpectMessage($"🔥 {lead}");
        var refused = await s.Ivan.PressData(his, snooze);
        var next = await s.Ivan.PressData(his, "1next.2");

        Assert.DoesNotContain(w["Handoff.Snooze"], ScenarioChat.Buttons(his));
        Assert.Equal(w["Handoff.ManagerOnly"], refused.Text);
        Assert.Equal(w["Handoff.NoneWaits"], next.Text);
        Assert.Equal(LeadStatus.New, await s.ReadAsync(db => db.Leads.Select(l => l.Status).SingleAsync()));
    }

    private static string Why(Wording words) => words.Say("Handoff.SnoozeWhy", "|").Split('|')[1];
}
