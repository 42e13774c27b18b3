using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_shift_ends
{
    [Theory]
    [InlineData(
        "English",
        "Cannot wait until",
        "nobody called yet",
        "Anna (0)",
        "asks you to take over: 1",
        "I take them"
    )]
    [InlineData("Russian", "не подождут", "ещё не звонили", "Anna (0)", "просит принять: 1", "Принимаю")]
    public async Task What_cannot_wait_goes_to_a_colleague_who_accepts(
        string language,
        string asks,
        string why,
        string colleague,
        string offers,
        string accepts
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var (lead, card, _) = await s.TakenBy(s.Ivan);

        s.Ivan.Says("/off");
        var ask = await s.Ivan.ExpectMessage(asks, $"{lead}", why);
        var asked = await s.Ivan.Press(ask, colleague);
        var offer = await s.Anna.ExpectMessage("Ivan", offers, $"{lead}");
        await s.Anna.Press(offer, accepts);

        await s.Anna.ExpectMessage($"{lead}", "+79123451234");
        await s.Ivan.ExpectMessage("Anna", $"{lead}");
        await s.Sales.ExpectTurned(card, "Anna");
        await s.Ivan.ExpectButtons(ask);
        Assert.Contains("Anna", asked.Text, StringComparison.Ordinal);
        s.Anna.Says($"/lead {lead}");
        var shown = await s.Anna.Expect(
            m => m.Text!.Contains($"{lead}", StringComparison.Ordinal) && IsExplained(s, m),
            "why it is hers"
        );
        var why2 = await s.Anna.Press(shown, s.Words["Handoff.Why"]);
        Assert.Equal(s.Words.Say("Handoff.WhyHandedOver", "Ivan", "Anna"), why2.Text);
        await s.Anna.ExpectMessage(s.Words.Say("Handoff.ExplainHandedOver", "10:00", "Ivan", "Anna"));
        var owner = await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Owner).SingleAsync());
        Assert.Equal(s.Anna.Id, owner!.Value.Value);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_colleague_who_cannot_leaves_it_to_another_and_all_stays_as_it_was(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (lead, _, _) = await s.TakenBy(s.Ivan);
        s.Ivan.Says("/off");
        await s.Ivan.Press(await s.Ivan.Expect(m => IsAsked(s, m), "whether somebody takes over"), "Anna (0)");

        await s.Anna.Press(
            await s.Anna.ExpectMessage(w.Say("Reminders.HandoverOffer", "Ivan", 1)),
            w["Reminders.HandoverCannot"]
        );

        await s.Ivan.ExpectMessage(w.Say("Reminders.HandoverRefused", "Anna"), w["Reminders.HandoverNobody"]);
        var owner = await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Owner).SingleAsync());
        Assert.Equal(s.Ivan.Id, owner!.Value.Value);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task What_was_settled_meanwhile_is_not_handed_over_and_an_old_button_says_so(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        s.Ivan.Says("/off");
        var ask = await s.Ivan.Expect(m => IsAsked(s, m), "whether somebody takes over");
        await s.Ivan.Press(ask, "Anna (0)");
        var offer = await s.Anna.ExpectMessage(w.Say("Reminders.HandoverOffer", "Ivan", 1));

        await s.Ivan.Press(sheet, w["Handoff.Reached"]);
        await s.ReadUntilAsync(db => db.Leads.AnyAsync(l => l.Id == lead && l.ContactedAt != null));
        var again = await s.Ivan.PressData(ask, ask.Buttons.First().CallbackData!);
        await s.ReadAsync(async db =>
        {
            var open = await db.Leads.SingleAsync(l => l.Id == lead);
            var team = await db.Teams.SingleAsync();
            open.Lose(new(open.Owner!.Value), LostReason.Price, s.World.Clock.GetUtcNow(), team.Rhythm);
            return await db.SaveChangesAsync();
        });
        var late = await s.Anna.Press(offer, w["Reminders.HandoverTake"]);

        Assert.Equal(w["Reminders.HandoverNothing"], again.Text);
        Assert.Equal(w["Reminders.HandoverOver"], late.Text);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Nobody_is_asked_over_a_break_or_about_what_can_wait(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (_, _, sheet) = await s.TakenBy(s.Ivan);
        s.Ivan.Says("/pause 30m");
        await s.Ivan.ExpectMessage(w.Say("Team.ShiftBreak", "10:30"));
        await s.SweptAsync();
        await s.Ivan.Press(sheet, w["Handoff.Reached"]);
        s.Ivan.Says("/off");
        await s.Ivan.ExpectMessage(w.Say("Team.ShiftOff", $"{w["Common.Tomorrow"]} 09:00"));
        await s.SweptAsync();

        Assert.DoesNotContain(s.Ivan.Messages, m => IsAsked(s, m));
    }

    [Theory]
    [InlineData("English", "To Anna (0), tomorrow 09:00")]
    [InlineData("Russian", "Anna (0), завтра 09:00")]
    public async Task Where_all_go_at_once_a_colleague_is_asked_who_is_back_in_time(string language, string colleague)
    {
        await using var s = await Scenario.StartInAsync(language);
        var lead = await CallOnWednesdayAsync(s);
        s.Ivan.Says("/off 17.03-20.03");
        await s.Ivan.ExpectMessage(s.Words.Dates(new(2027, 3, 17), new(2027, 3, 20)));
        s.TimePasses(new TimeSpan(8, 1, 0));

        var ask = await s.Ivan.Expect(m => ScenarioChat.Buttons(m).Contains(colleague), colleague);
        await s.Ivan.Press(ask, colleague);
        await s.Anna.Press(await s.Anna.ExpectMessage("Ivan", $"{lead}"), s.Words["Reminders.HandoverTake"]);

        await s.Anna.ExpectMessage($"{lead}", "+79123451234");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Nobody_is_asked_who_is_back_only_after_the_call(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await CallOnWednesdayAsync(s);
        s.Anna.Says("/off 17.03-18.03");
        await s.Anna.ExpectMessage(s.Words.Dates(new(2027, 3, 17), new(2027, 3, 18)));
        s.Ivan.Says("/off 17.03-20.03");
        await s.Ivan.ExpectMessage(s.Words.Dates(new(2027, 3, 17), new(2027, 3, 20)));
        s.TimePasses(new TimeSpan(8, 1, 0));

        // All that is said of his going is said by then.
        await s.Olga.ExpectMessage("Ivan", "L-1");
        await s.ReadUntilAsync(db =>
            db.Outbox.AnyAsync(o => o.ChatId == s.Ivan.Id && o.Why == "nothing to hand over, or nobody to take it")
        );
    }

    [Theory]
    [InlineData("English", "⚠️ Ivan is away until Mon 09:00 with 2 open leads", "L-1 · call tomorrow 11:00")]
    [InlineData("Russian", "⚠️ Ivan отсутствует до пн 09:00, открыто 2 лида", "L-1 · звонок завтра 11:00")]
    public async Task Before_days_off_the_manager_hears_what_stays_and_gives_it_to_somebody(
        string language,
        string says,
        string call
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        await CallOnWednesdayAsync(s, product: null);
        await s.LeadArrives(new { phone = "+79120000002" });
        await s.Ivan.Press(await s.Sales.ExpectMessage("🔥 L-2"), s.Words["Handoff.Take"]);
        var sheet = await s.Ivan.ExpectMessage("+79120000002");
        await s.Ivan.Press(sheet, s.Words["Handoff.Reached"]);
        s.Ivan.Says("/off 17.03-20.03");
        await s.Ivan.ExpectMessage(s.Words.Dates(new(2027, 3, 17), new(2027, 3, 20)));
        s.TimePasses(new TimeSpan(8, 1, 0));

        var told = await s.Olga.ExpectMessage(says, call, "L-2");
        await s.Olga.Press(told, s.Words.Say("Reminders.AssignOne", "L-1"));
        await s.Olga.Press(await s.Olga.ExpectMessage("L-1", s.Words["Handoff.AssignWhom"]), "Anna (0)");

        await s.Anna.ExpectMessage("L-1", "+79123451234");
        Assert.False(s.Sales.HasMessage(says));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Over_a_night_or_a_weekend_the_manager_hears_nothing(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await s.TakenBy(s.Ivan);

        s.TimePasses(TimeSpan.FromHours(8.1));
        await s.ReadUntilAsync(db => db.Members.AnyAsync(m => m.Person == new PersonId(s.Ivan.Id) && !m.WasOn));
        s.TimePasses(TimeSpan.FromDays(3));
        await s.SweptAsync();

        Assert.False(await s.ReadAsync(db => db.Outbox.AnyAsync(o => o.Delivery == "TellOwnerAway")));
    }

    [Theory]
    [InlineData("English", "Anna has not answered yet")]
    [InlineData("Russian", "Anna пока не отвечает")]
    public async Task Who_asked_and_heard_nothing_for_a_quarter_of_an_hour_may_ask_another(string language, string says)
    {
        await using var s = await Scenario.StartInAsync(language);
        var (lead, _, _) = await s.TakenBy(s.Ivan);
        s.Ivan.Says("/off");
        var ask = await s.Ivan.ExpectMessage($"{lead}", s.Words.Say("Reminders.HandoverNoCall", "").Trim(' ', '·'));
        await s.Ivan.Press(ask, s.Words.Say("Reminders.HandoverTo", "Anna", 0));
        await s.Anna.ExpectMessage("Ivan", $"{lead}");

        s.TimePasses(TimeSpan.FromMinutes(14));
        await s.SweptAsync();
        Assert.False(s.Ivan.HasMessage(says));
        s.TimePasses(TimeSpan.FromMinutes(1.1));

        var again = await s.Ivan.ExpectMessage(says, $"{lead}");
        Assert.Equal([s.Words["Reminders.HandoverKeep"]], ScenarioChat.Buttons(again));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_is_back_on_shift_keeps_what_was_offered(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var (lead, _, _) = await s.TakenBy(s.Ivan);
        s.Ivan.Says("/off");
        var ask = await s.Ivan.ExpectMessage($"{lead}", s.Words.Say("Reminders.HandoverNoCall", "").Trim(' ', '·'));
        await s.Ivan.Press(ask, s.Words.Say("Reminders.HandoverTo", "Anna", 0));
        var offer = await s.Anna.ExpectMessage("Ivan", $"{lead}");
        s.Ivan.Says("/on");
        await s.ReadUntilAsync(db =>
            db.Members.AnyAsync(m => m.Person == new PersonId(s.Ivan.Id) && m.Away == Away.No)
        );

        var answer = await s.Anna.Press(offer, s.Words["Reminders.HandoverTake"]);

        var owner = await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Owner).SingleAsync());
        Assert.Equal((s.Words.Say("Reminders.HandoverBack", "Ivan"), s.Ivan.Id), (answer.Text, owner!.Value.Value));
    }

    private static async Task<LeadId> CallOnWednesdayAsync(Scenario s, string? product = "Doors")
    {
        var lead = await s.LeadArrives(new { phone = "+79123451234", product });
        await s.Ivan.Press(await s.Sales.ExpectMessage($"🔥 {lead}"), s.Words["Handoff.Take"]);
        await s.Ivan.ExpectMessage("+79123451234");
        await s.ReadAsync(async db =>
        {
            var (open, team) = (await db.Leads.SingleAsync(l => l.Id == lead), await db.Teams.SingleAsync());
            var now = s.World.Clock.GetUtcNow();
            open.PlanCallBack(new Actor(open.Owner!.Value), now.AddHours(25), now, team.Rhythm);
            return await db.SaveChangesAsync();
        });
        return lead;
    }

    private static bool IsExplained(Scenario s, Message m) => ScenarioChat.Buttons(m).Contains(s.Words["Handoff.Why"]);

    private static bool IsAsked(Scenario s, Message message) =>
        ScenarioChat.Buttons(message).Contains(s.Words["Reminders.HandoverKeep"]);
}
