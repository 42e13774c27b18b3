using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;
using static HandoffBot.Tests.Domain.Leads.LeadStage;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class PriorityTests
{
    private static readonly TeamRhythm Three = Rhythm with { High = Minutes(1, 2, 4), Low = Minutes(10, 20, 40) };

    [Theory]
    [InlineData("High", 1, 2, 4)]
    [InlineData("Normal", 3, 5, 10)]
    [InlineData("Low", 10, 20, 40)]
    public void Each_priority_has_its_own_steps(string priority, int remind, int sla, int manager)
    {
        var lead = LeadOf(Enum.Parse<LeadPriority>(priority));

        Assert.Equal(
            [(remind, LeadStep.Remind), (sla, LeadStep.Sla), (manager, LeadStep.Manager)],
            StepsOf(lead, Three, 41).Take(3)
        );
        Assert.Equal(Ten.AddMinutes(sla), lead.ClaimDueAt);
    }

    [Fact]
    public void The_offer_to_the_next_is_a_step_where_the_team_wants_it()
    {
        var wanted = Rhythm with { Ladder = Ladder.Default with { Next = TimeSpan.FromMinutes(7) } };
        var lead = LeadOf(LeadPriority.Normal);
        lead.Retime(wanted);

        Assert.Equal(
            [(3, LeadStep.Remind), (5, LeadStep.Sla), (7, LeadStep.Next), (10, LeadStep.Manager)],
            StepsOf(lead, wanted, 15)
        );
    }

    [Fact]
    public void Due_together_the_manager_is_told_and_the_offer_is_left_out()
    {
        var wanted = Rhythm with { Ladder = Ladder.Default with { Next = TimeSpan.FromMinutes(7) } };
        var lead = LeadOf(LeadPriority.Normal);
        lead.Retime(wanted);

        Assert.Equal(LeadStep.Manager, lead.TakeStep(Ten.AddMinutes(11), wanted));
        Assert.Equal(LeadStep.None, lead.TakeStep(Ten.AddMinutes(12), wanted));
    }

    private static Ladder Minutes(int remind, int sla, int manager) =>
        Ladder.Default with
        {
            Remind = TimeSpan.FromMinutes(remind),
            Sla = TimeSpan.FromMinutes(sla),
            Manager = TimeSpan.FromMinutes(manager),
        };

    private static Lead LeadOf(LeadPriority priority)
    {
        var contact = Contact.Of(new TeamId(1), "Anna", "+79123451234", false, null, null);
        var given = new NewLead(new TeamId(1), 1, null, contact, "Windows", "Kazan", false, false)
        {
            Priority = priority,
        };
        return Lead.Receive(new LeadId(1), given, Ten, Three);
    }

    private static List<(int Minute, LeadStep Step)> StepsOf(Lead lead, TeamRhythm rhythm, int minutes) =>
        Enumerable
            .Range(0, minutes + 1)
            .Select(m => (Minute: m, Step: lead.TakeStep(Ten.AddMinutes(m), rhythm)))
            .Where(s => s.Step is not LeadStep.None)
            .ToList();
}
