using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class An_owner_is_on_leave
{
    [Theory]
    [InlineData("English", "⚠️ Ivan is away until Mon 09:00: 1 lead waits")]
    [InlineData("Russian", "⚠️ Ivan отсутствует до пн 09:00, ждёт 1 лид")]
    public async Task What_falls_due_is_told_to_the_manager_once_and_nothing_rings_at_the_beach(
        string language,
        string says
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var lead = await CallInAsync(s, TimeSpan.FromHours(25), "+79123451234");
        await LeaveAsync(s);
        s.TimePasses(new TimeSpan(8, 1, 0));
        await s.SweptAsync();
        s.TimePasses(TimeSpan.FromHours(17));
        var told = await s.Olga.ExpectMessage(says, $"{lead}", "11:00");

        s.TimePasses(TimeSpan.FromDays(3));
        await s.ReadUntilAsync(db => db.LeadEvents.AnyAsync(e => e.Step == LeadStep.Outcome));
        await s.SweptAsync();
        await s.Olga.Press(told, s.Words.Say("Reminders.AssignOne", $"{lead}"));
        await s.Olga.Press(await s.Olga.ExpectMessage($"{lead}", s.Words["Handoff.AssignWhom"]), "Anna (0)");

        await s.Anna.ExpectMessage($"{lead}", "+79123451234");
        Assert.Single(s.Olga.Messages, m => m.Text?.Contains(says, StringComparison.Ordinal) is true);
        Assert.False(s.Ivan.HasMessage("⏰"));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Without_a_manager_it_is_still_said_to_the_owner(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await CallInAsync(s, TimeSpan.FromHours(25), "+79123451234");
        await LeaveAsync(s);
        await s.ReadAsync(async db =>
        {
            var olga = await db.Members.SingleAsync(m => m.Person == new PersonId(s.Olga.Id));
            olga.Resign(Roles.Manager | Roles.Admin, s.World.Clock.GetUtcNow(), null);
            return await db.SaveChangesAsync();
        });

        s.TimePasses(TimeSpan.FromHours(25.1));

        await s.Ivan.ExpectMessage(s.Words.Say("Reminders.CallBack", "L-1"));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_break_before_it_tells_nobody_and_who_goes_twice_is_told_of_once(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await CallInAsync(s, TimeSpan.FromHours(25), "+79123451234");
        await LeaveAsync(s);

        s.Ivan.Says("/pause 30");
        await s.Ivan.ExpectMessage(s.Words.Say("Team.ShiftBreak", "10:30"));
        s.Ivan.Says("/on");
        await s.Ivan.ExpectMessage(s.Words["Team.ShiftOnThen"]);
        await s.SweptAsync();
        Assert.False(s.Olga.HasMessage(s.Words["Reminders.OwnerAwayWhatNow"]));
        await GoesAsync(s);
        await s.Olga.ExpectMessage(s.Words["Reminders.OwnerAwayWhatNow"]);
        s.Ivan.Says("/on");
        await s.ReadUntilAsync(db =>
            db.Members.AnyAsync(m => m.Person == new PersonId(s.Ivan.Id) && m.Away == Away.No)
        );
        await GoesAsync(s);
        await s.SweptAsync();

        Assert.Single(
            s.Olga.Messages,
            m => m.Text?.Contains(s.Words["Reminders.OwnerAwayWhatNow"], StringComparison.Ordinal) is true
        );
    }

    [Theory]
    [InlineData("English", "L-1 · Doors: call back now · “asked for oak”", "L-2 · Doors: call back now")]
    [InlineData("Russian", "L-1 · Doors: перезвонить сейчас · «asked for oak»", "L-2 · Doors: перезвонить сейчас")]
    public async Task Of_two_calls_at_once_each_has_its_last_note(string language, string first, string second)
    {
        await using var s = await Scenario.StartInAsync(language);
        var one = await CallInAsync(s, TimeSpan.FromHours(1), "+79123451234");
        await s.Ivan.RepliesTo(await s.Ivan.ExpectMessage("+79123451234"), "wants pine");
        await s.ReadUntilAsync(db => db.LeadWords.AnyAsync(w => w.Text == "wants pine"));
        await s.Ivan.RepliesTo(await s.Ivan.ExpectMessage("+79123451234"), "asked for oak");
        await s.ReadUntilAsync(db => db.LeadWords.AnyAsync(w => w.Text == "asked for oak"));
        await CallInAsync(s, TimeSpan.FromHours(1), "+79120000002");

        s.TimePasses(TimeSpan.FromMinutes(61));

        var told = await s.Ivan.ExpectMessage(first, second);
        Assert.DoesNotContain("pine", told.Text, StringComparison.Ordinal);
        Assert.Equal(new LeadId(1), one);
    }

    private static async Task GoesAsync(Scenario s)
    {
        s.Ivan.Says("/off");
        await s.ReadUntilAsync(db =>
            db.Members.AnyAsync(m => m.Person == new PersonId(s.Ivan.Id) && m.Away == Away.OffShift)
        );
    }

    private static async Task LeaveAsync(Scenario s)
    {
        s.Ivan.Says("/off 17.03-20.03");
        await s.Ivan.ExpectMessage(s.Words.Dates(new(2027, 3, 17), new(2027, 3, 20)));
    }

    private static async Task<LeadId> CallInAsync(Scenario s, TimeSpan after, string phone)
    {
        var lead = await s.LeadArrives(new { phone, product = "Doors" });
        await s.Ivan.Press(await s.Sales.ExpectMessage($"🔥 {lead}"), s.Words["Handoff.Take"]);
        await s.Ivan.ExpectMessage(phone);
        await s.ReadAsync(async db =>
        {
            var (open, team) = (await db.Leads.SingleAsync(l => l.Id == lead), await db.Teams.SingleAsync());
            var now = s.World.Clock.GetUtcNow();
            open.PlanCallBack(new Actor(open.Owner!.Value), now + after, now, team.Rhythm);
            return await db.SaveChangesAsync();
        });
        return lead;
    }
}
