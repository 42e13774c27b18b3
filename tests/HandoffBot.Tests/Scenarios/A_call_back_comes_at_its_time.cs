using HandoffBot.Domain.Leads;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_call_back_comes_at_its_time
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Planned_by_a_button_it_counts_at_once_and_can_be_undone(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, s.Words["Handoff.CallBack"]);

        var answer = await s.Ivan.Press(sheet, s.Words["Handoff.CallInHour"]);

        Assert.Equal(s.Words.Say("Handoff.DoneCallBack", lead, "11:00"), answer.Text);
        sheet = await s.Ivan.ExpectTurned(sheet, s.Words.Say("Handoff.CallBackAt", "11:00"));
        var more = await s.Ivan.Opens(sheet, s.Words["Handoff.More"]);
        Assert.Contains(s.Words["Handoff.Undo"], ScenarioChat.Buttons(more));
        s.TimePasses(TimeSpan.FromMinutes(61));
        await s.Ivan.ExpectMessage(s.Words.Say("Reminders.CallBack", lead), "Anna Petrova", "+79123451234");
    }

    [Theory]
    [InlineData("English", "Tomorrow, 3 pm", "wed 17 March 15:00", "1 day 5 h", "tomorrow 15:00")]
    [InlineData("Russian", "завтра в 15", "ср 17 марта 15:00", "1 день 5 ч", "завтра 15:00")]
    public async Task Planned_in_own_words_it_is_shown_back_and_counts_with_the_press(
        string language,
        string said,
        string understood,
        string ahead,
        string planned
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var lead = await AskedWhenAsync(s);

        s.Ivan.Says(said);
        var sure = await s.Ivan.ExpectMessage(s.Words.Say("Handoff.CallBackSure", understood, ahead));
        Assert.Null(await PlannedAsync(s, lead));
        await s.Ivan.Press(sure, s.Words["Handoff.CallBackRight"]);

        await s.Ivan.ExpectMessage(s.Words.Say("Handoff.DoneCallBack", lead, planned));
        Assert.Equal(new DateTimeOffset(2027, 3, 17, 12, 0, 0, TimeSpan.Zero), await PlannedAsync(s, lead));
    }

    [Theory]
    [InlineData("English", "tomorrow at 3", "wed 17 March 03:00", "wed 17 March 15:00", "tomorrow 15:00")]
    [InlineData("Russian", "завтра в 3", "ср 17 марта 03:00", "ср 17 марта 15:00", "завтра 15:00")]
    public async Task At_three_may_be_the_night_or_the_afternoon_and_is_asked(
        string language,
        string said,
        string night,
        string afternoon,
        string planned
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var lead = await AskedWhenAsync(s);

        s.Ivan.Says(said);
        var which = await s.Ivan.ExpectMessage(s.Words["Handoff.CallBackWhich"]);
        string[] choices = [night, afternoon, s.Words["Handoff.CallOwnWords"]];
        Assert.Equal(choices, ScenarioChat.Buttons(which), StringComparer.OrdinalIgnoreCase);
        await s.Ivan.Press(which, ScenarioChat.Buttons(which)[1]);

        await s.Ivan.ExpectMessage(s.Words.Say("Handoff.DoneCallBack", lead, planned));
    }

    [Theory]
    [InlineData("English", "tomorrow 11:30", "in 2 hours", "2 h")]
    [InlineData("Russian", "завтра 11:30", "через 2 часа", "2 ч")]
    public async Task Not_what_was_meant_it_is_asked_again(string language, string first, string second, string ahead)
    {
        await using var s = await Scenario.StartInAsync(language);
        var lead = await AskedWhenAsync(s);
        s.Ivan.Says(first);
        var sure = await s.Ivan.Expect(IsSure, "the time shown back");

        await s.Ivan.Press(sure, s.Words["Handoff.CallOwnWords"]);
        await s.Ivan.Expect(m => m.Id > sure.Id && !IsSure(m), "the question again");
        s.Ivan.Says(second);
        var now = s.World.Clock.GetUtcNow();
        sure = await s.Ivan.ExpectMessage(
            s.Words.Say("Handoff.CallBackSure", s.Words.FullTime(now.AddHours(2), now), ahead)
        );
        s.TimePasses(TimeSpan.FromHours(3));
        await s.Ivan.Press(sure, s.Words["Handoff.CallBackRight"]);

        await s.Ivan.ExpectMessage(s.Words["Handoff.CallBackPast"]);
        Assert.Null(await PlannedAsync(s, lead));

        bool IsSure(Message message) => ScenarioChat.Buttons(message).Contains(s.Words["Handoff.CallBackRight"]);
    }

    [Theory]
    [InlineData("English", "some day", "yesterday at 10", "today 9:00", "01.01.2090 10:00")]
    [InlineData("Russian", "когда-нибудь", "вчера в 10", "сегодня в 9:00", "01.01.2090 10:00")]
    public async Task What_cannot_be_is_refused_with_what_can(
        string language,
        string never,
        string yesterday,
        string past,
        string far
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var lead = await AskedWhenAsync(s);

        s.Ivan.Says(never);
        var first = await s.Ivan.ExpectMessage(s.Words["Handoff.CallBackNotUnderstood"]);
        s.Ivan.Says(yesterday);
        await s.Ivan.Expect(m => m.Id > first.Id && m.Text == first.Text, "the same again");
        s.Ivan.Says(past);
        await s.Ivan.ExpectMessage(s.Words["Handoff.CallBackPast"]);
        s.Ivan.Says(far);
        await s.Ivan.ExpectMessage(s.Words["Handoff.CallBackTooFar"]);

        Assert.Null(await PlannedAsync(s, lead));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task An_owner_without_an_outcome_is_asked(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        await s.Ivan.Press(sheet, s.Words["Handoff.Reached"]);

        s.TimePasses(TimeSpan.FromDays(3));

        await s.Ivan.ExpectMessage(s.Words.Say("Reminders.Outcome", lead));
    }

    private static async Task<LeadId> AskedWhenAsync(Scenario s)
    {
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        sheet = await s.Ivan.Opens(sheet, s.Words["Handoff.CallBack"]);
        await s.Ivan.Press(sheet, s.Words["Handoff.CallOwnWords"]);
        await s.Ivan.ExpectMessage(s.Words["Handoff.AskCallBack"]);
        return lead;
    }

    private static Task<DateTimeOffset?> PlannedAsync(Scenario s, LeadId lead) =>
        s.ReadAsync(async db => (await db.Leads.FindAsync(lead))!.CallBackAt);
}
