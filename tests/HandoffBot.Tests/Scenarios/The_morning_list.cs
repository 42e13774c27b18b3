using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class The_morning_list
{
    [Theory]
    [InlineData(
        "English",
        "Good morning",
        "Overdue: yesterday 17:30 L-3",
        "To call back: 11:00 L-2",
        "Without an outcome: L-1"
    )]
    [InlineData(
        "Russian",
        "Доброе утро",
        "Просрочено: вчера 17:30 L-3",
        "Перезвонить: 11:00 L-2",
        "Без результата: L-1"
    )]
    public async Task Names_overdue_calls_those_of_today_and_outcomes_owed_and_opens_each(
        string language,
        string morning,
        string overdue,
        string calls,
        string owed
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        await TakenAsync(s, 1);
        await WorkAsync(s, 1, (lead, actor, at, rhythm) => lead.Reach(actor, at, rhythm));
        s.TimePasses(new TimeSpan(2, 7, 0, 0));
        await s.Ivan.ExpectMessage("⏰ L-1");
        await TakenAsync(s, 2);
        await TakenAsync(s, 3);
        await PlanAsync(s, 2, TimeSpan.FromHours(18));
        await PlanAsync(s, 3, TimeSpan.FromMinutes(30));
        s.TimePasses(TimeSpan.FromHours(3));
        await s.Ivan.ExpectMessage("⏰ L-3");
        await s.SweptAsync();

        s.TimePasses(TimeSpan.FromHours(13.1));

        var list = await s.Ivan.ExpectMessage(morning, overdue, calls, owed);
        Assert.Equal(["L-3", "L-2", "L-1"], ScenarioChat.Buttons(list));
        Assert.True(list.Silent);
        await s.Ivan.Press(list, "L-2");
        await s.Ivan.Expect(m => m.Id > list.Id && m.Text!.Contains("+79120000002", StringComparison.Ordinal), "L-2");
    }

    /// <param name="from">The team's hours; they end on the next day.</param>
    /// <param name="call">On the second day of the story, in hours from its midnight.</param>
    [Theory]
    [InlineData("English", 15, 0, 16, "16:00 L-1")]
    [InlineData("Russian", 15, 0, 16, "16:00 L-1")]
    [InlineData("English", 22, 6, 26, "tomorrow 02:00 L-1")]
    [InlineData("Russian", 22, 6, 26, "завтра 02:00 L-1")]
    public async Task Comes_each_day_where_hours_end_on_the_next_one(
        string language,
        int from,
        int to,
        int call,
        string says
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        await HoursAsync(s, from, to);
        await TakenAsync(s, 1);
        await PlanAsync(s, 1, TimeSpan.FromHours(14 + call));
        await s.SweptAsync();
        s.TimePasses(TimeSpan.FromHours(from - 10 + 0.1));
        await s.SweptAsync();
        s.TimePasses(TimeSpan.FromHours(24 - from + to));
        await s.SweptAsync();

        s.TimePasses(TimeSpan.FromHours(from - to));

        var list = await s.Ivan.ExpectMessage(s.Words["Reminders.ShiftBegins"], says);
        Assert.Equal(["L-1"], ScenarioChat.Buttons(list));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Comes_once_a_night_shift_though_a_break_ends_after_midnight(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await HoursAsync(s, 22, 6);
        await TakenAsync(s, 1);
        await PlanAsync(s, 1, TimeSpan.FromHours(43));
        // The first evening may be of the day their usual hours had begun already.
        s.TimePasses(TimeSpan.FromHours(12.1));
        await s.SweptAsync();
        s.TimePasses(TimeSpan.FromHours(24));
        await s.Ivan.ExpectMessage(s.Words["Reminders.ShiftBegins"], "L-1");
        s.TimePasses(TimeSpan.FromHours(3));
        s.Ivan.Says("/pause 30m");
        await s.ReadUntilAsync(db =>
            db.Members.AnyAsync(m => m.Person == new PersonId(s.Ivan.Id) && m.Away == Away.OnBreak && !m.WasOn)
        );

        s.TimePasses(TimeSpan.FromHours(1));
        await s.ReadUntilAsync(db => db.Members.AnyAsync(m => m.Person == new PersonId(s.Ivan.Id) && m.WasOn));
        await s.SweptAsync();

        Assert.Single(
            s.Ivan.Messages,
            m => m.Text!.Contains(s.Words["Reminders.ShiftBegins"], StringComparison.Ordinal)
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Comes_at_nine_where_the_team_never_closes_and_once(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await HoursAsync(s, 0, 0);
        await TakenAsync(s, 1);
        await PlanAsync(s, 1, TimeSpan.FromHours(30));
        await s.SweptAsync();
        s.TimePasses(new TimeSpan(22, 59, 0));
        await s.SweptAsync();
        Assert.False(s.Ivan.HasMessage(s.Words["Reminders.Morning"]));

        s.TimePasses(TimeSpan.FromMinutes(2));
        await s.Ivan.ExpectMessage(s.Words["Reminders.Morning"], "16:00 L-1");
        s.TimePasses(TimeSpan.FromHours(5));
        await s.SweptAsync();

        Assert.Single(s.Ivan.Messages, m => m.Text!.Contains(s.Words["Reminders.Morning"], StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Asks_for_the_outcome_from_then_on_and_nothing_rings_for_it_again(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await TakenAsync(s, 1);
        await WorkAsync(s, 1, (lead, actor, at, rhythm) => lead.Reach(actor, at, rhythm));
        s.TimePasses(new TimeSpan(2, 7, 0, 0));
        await s.Ivan.ExpectMessage(s.Words.Say("Reminders.Outcome", "L-1"));
        s.TimePasses(TimeSpan.FromHours(3));
        await s.SweptAsync();
        s.TimePasses(TimeSpan.FromHours(13.1));
        await s.Ivan.ExpectMessage(s.Words.Say("Reminders.MorningOwed", "L-1"));

        s.TimePasses(TimeSpan.FromDays(7));
        await s.ReadUntilAsync(db =>
            db.Outbox.AnyAsync(o => o.Delivery == "RemindOwner" && o.Why == "in the morning list")
        );

        Assert.Single(
            s.Ivan.Messages,
            m => m.Text!.Contains(s.Words.Say("Reminders.Outcome", "L-1"), StringComparison.Ordinal)
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Says_nothing_at_all_to_whoever_has_nothing_to_do(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        // Who pressed Start has their answer before.
        await s.ReadUntilAsync(db => db.Outbox.AnyAsync(o => o.ChatId == s.Ivan.Id && o.State == OutboxState.Sent));
        MoveTo(s, 16, 20);
        await s.SweptAsync();
        var before = s.Ivan.Messages.Count();

        MoveTo(s, 17, 9.1);
        var nine = At(17, 9);
        await s.ReadUntilAsync(db =>
            db.Outbox.AnyAsync(o =>
                o.ChatId == s.Ivan.Id
                && o.Delivery == "GreetShift"
                && o.CreatedAt >= nine
                && (o.State == OutboxState.Ended || o.State == OutboxState.Sent)
            )
        );
        await s.SweptAsync();

        Assert.Equal(before, s.Ivan.Messages.Count());
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Asks_for_an_outcome_owed_each_morning_and_once_a_day(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await HoursAsync(s, 9, 18);
        await TakenAsync(s, 1);
        await WorkAsync(s, 1, (lead, actor, at, rhythm) => lead.Reach(actor, at, rhythm));
        MoveTo(s, 18, 17.1);
        await s.Ivan.ExpectMessage(s.Words.Say("Reminders.Outcome", "L-1"));

        foreach (var day in new[] { 19, 20 })
        {
            MoveTo(s, day - 1, 20);
            await s.SweptAsync();
            MoveTo(s, day, 9.1);
            await s.Ivan.Expect(_ => Asked().Count() == day - 18, $"the list of {day} March");
            s.Ivan.Says("/pause 30m");
            await BeAsync(isOn: false);
            MoveTo(s, day, 10);
            await BeAsync(isOn: true);
            await s.SweptAsync();
            Assert.Equal(day - 18, Asked().Count());
        }

        IEnumerable<Message> Asked() =>
            s.Ivan.Messages.Where(m =>
                m.Text!.Contains(s.Words["Reminders.Morning"], StringComparison.Ordinal)
                && m.Text!.Contains(s.Words.Say("Reminders.MorningOwed", "L-1"), StringComparison.Ordinal)
            );

        Task BeAsync(bool isOn) =>
            s.ReadUntilAsync(db => db.Members.AnyAsync(m => m.Person == new PersonId(s.Ivan.Id) && m.WasOn == isOn));
    }

    private static void MoveTo(Scenario s, int day, double hour) => s.World.Clock.MoveTo(At(day, hour));

    /// <summary>In March, by the team's clock; the story begins on the 16th at ten.</summary>
    private static DateTimeOffset At(int day, double hour) =>
        new DateTimeOffset(2027, 3, day, 0, 0, 0, TimeSpan.FromHours(3)).AddHours(hour);

    private static async Task TakenAsync(Scenario s, int n)
    {
        await s.LeadArrives(new { phone = $"+791200000{n:00}", product = "Doors" });
        await s.Ivan.Press(await s.Sales.ExpectMessage($"🔥 L-{n}"), s.Words["Handoff.Take"]);
        await s.Ivan.ExpectMessage($"+791200000{n:00}");
    }

    private static Task<int> PlanAsync(Scenario s, int n, TimeSpan after) =>
        WorkAsync(s, n, (lead, actor, at, rhythm) => lead.PlanCallBack(actor, at + after, at, rhythm));

    private static Task<int> WorkAsync(
        Scenario s,
        int n,
        Func<Lead, Actor, DateTimeOffset, TeamRhythm, LeadOutcome> work
    ) =>
        s.ReadAsync(async db =>
        {
            var (lead, team) = (await db.Leads.SingleAsync(l => l.Id == new LeadId(n)), await db.Teams.SingleAsync());
            work(lead, new Actor(lead.Owner!.Value, false), s.World.Clock.GetUtcNow(), team.Rhythm);
            return await db.SaveChangesAsync();
        });

    private static Task<int> HoursAsync(Scenario s, int from, int to) =>
        s.ReadAsync(async db =>
        {
            (await db.Teams.SingleAsync()).Work(WeekDays.All, new TimeOnly(from, 0), new TimeOnly(to, 0));
            return await db.SaveChangesAsync();
        });
}
