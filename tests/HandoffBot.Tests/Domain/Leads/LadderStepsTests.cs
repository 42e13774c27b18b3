using HandoffBot.Domain.Leads;
using static HandoffBot.Domain.Leads.LeadStep;
using static HandoffBot.Tests.Domain.Leads.LeadStage;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class LadderStepsTests
{
    [Fact]
    public void A_waiting_lead_is_told_of_after_3_5_and_10_minutes_and_then_every_30()
    {
        var steps = LeadStage.New().StepsWithin(75);

        Assert.Equal([(3, Remind), (5, Sla), (10, Manager), (40, Manager), (70, Manager)], steps);
    }

    [Fact]
    public void After_the_clock_was_put_right_it_counts_from_now()
    {
        var waiting = LeadStage.New().Lead;
        var taken = LeadStage.Of(LeadStatus.Claimed).Lead;
        var (wasDue, now) = (taken.NextStepAt, Ten.AddMinutes(-40));

        waiting.CountFrom(now, Rhythm);
        taken.CountFrom(now, Rhythm);
        waiting.CountFrom(now.AddMinutes(1), Rhythm);

        Assert.Equal((Remind, now.AddMinutes(3)), (waiting.NextStep, waiting.NextStepAt));
        Assert.Equal(wasDue - TimeSpan.FromMinutes(40), taken.NextStepAt);
    }

    [Fact]
    public void Only_working_time_counts()
    {
        var stage = LeadStage.New().Pass(TimeSpan.FromHours(7.9));
        stage.Lead.Claim(Ivan.Person, stage.Now, Rhythm);
        stage.Lead.Release(Ivan, stage.Now, Rhythm);

        var steps = stage.StepsWithin(24 * 60);

        // 17:54 on Tuesday: three and five minutes pass the same day, ten are over at 9:04 on Wednesday.
        Assert.Equal([(477, Remind), (479, Sla), (23 * 60 + 4, Manager), (23 * 60 + 34, Manager)], steps);
    }

    [Theory]
    [InlineData(3, nameof(Remind))]
    [InlineData(7, nameof(Sla))]
    [InlineData(200, nameof(Manager))]
    public void A_late_lead_gets_only_its_highest_step(int minutes, string expected)
    {
        var stage = LeadStage.New().Pass(TimeSpan.FromMinutes(minutes));

        Assert.Equal(expected, stage.Step().ToString());
        Assert.Equal(None, stage.Step());
    }

    [Fact]
    public void A_claim_stops_the_waiting_steps_and_a_release_starts_them_again()
    {
        var stage = LeadStage.New().Pass(TimeSpan.FromMinutes(4));
        stage.Step();
        stage.Lead.Claim(Ivan.Person, stage.Now, Rhythm);
        Assert.Empty(stage.StepsWithin(33));
        stage.Lead.Release(Ivan, stage.Now, Rhythm);

        Assert.Equal([(36, Remind), (38, Sla), (43, Manager)], stage.StepsWithin(50));
        Assert.Equal(1, stage.Lead.Cycle);
    }

    [Fact]
    public void Each_absence_puts_off_what_was_not_said_yet()
    {
        var stage = LeadStage.New();
        stage.Lead.WaitOut(TimeSpan.FromMinutes(2), Ten, Rhythm);
        stage.Lead.WaitOut(TimeSpan.FromMinutes(4), Ten, Rhythm);

        Assert.Equal([(9, LeadStep.Remind), (11, LeadStep.Sla), (16, LeadStep.Manager)], stage.StepsWithin(20));
    }

    [Fact]
    public void A_deferred_lead_rests_until_then()
    {
        var stage = LeadStage.New().Pass(TimeSpan.FromMinutes(11));
        Assert.Equal(Manager, stage.Step());
        stage.Lead.Defer(Olga, Ten.AddMinutes(90), stage.Now, Rhythm);

        Assert.Equal([(90, Manager), (120, Manager)], stage.StepsWithin(130));
    }

    [Fact]
    public void An_owner_is_asked_for_the_first_call_after_30_minutes_and_for_an_outcome_after_24_hours_of_work()
    {
        var stage = LeadStage.New();
        stage.Lead.Claim(Ivan.Person, Ten, Rhythm);

        // 24 working hours from Tuesday 10:00 are over on Thursday at 16:00.
        var twoDays = (2 * 24 + 6) * 60;
        Assert.Equal([(30, FirstContact), (twoDays, Outcome)], stage.StepsWithin(twoDays + 60));
    }

    [Fact]
    public void An_attempt_or_a_plan_ends_the_question_for_the_first_call()
    {
        foreach (
            var verb in new Action<Lead>[]
            {
                l => l.Reach(Ivan, Ten, Rhythm),
                l => l.MissAnswer(Ivan, Ten, Rhythm),
                l => l.PlanCallBack(Ivan, Ten.AddDays(3), Ten, Rhythm),
            }
        )
        {
            var stage = LeadStage.New();
            stage.Lead.Claim(Ivan.Person, Ten, Rhythm);

            verb(stage.Lead);

            Assert.DoesNotContain(FirstContact, stage.StepsWithin(24 * 60).Select(s => s.Step));
        }
    }

    [Fact]
    public void A_planned_call_is_told_at_its_time_and_once()
    {
        var stage = LeadStage.New();
        stage.Lead.Claim(Ivan.Person, Ten, Rhythm);
        stage.Lead.PlanCallBack(Ivan, Ten.AddMinutes(90), Ten, Rhythm);

        Assert.Equal([(90, CallBack)], stage.StepsWithin(24 * 60));
    }

    [Fact]
    public void A_call_that_is_planned_anew_is_told_anew()
    {
        var stage = LeadStage.New();
        stage.Lead.Claim(Ivan.Person, Ten, Rhythm);
        stage.Lead.PlanCallBack(Ivan, Ten.AddMinutes(30), Ten, Rhythm);
        var first = stage.StepsWithin(60).ToList();
        stage.Lead.PlanCallBack(Ivan, Ten.AddMinutes(90), stage.Now, Rhythm);

        Assert.Equal([(30, CallBack)], first);
        Assert.Equal([(90, CallBack)], stage.StepsWithin(120));
    }

    [Fact]
    public void An_outcome_is_not_asked_for_before_the_call_that_is_planned()
    {
        var stage = LeadStage.New();
        stage.Lead.Claim(Ivan.Person, Ten, Rhythm);

        stage.Lead.PlanCallBack(Ivan, Ten.AddDays(10), Ten, Rhythm);

        Assert.Equal(Ten.AddDays(10), stage.Lead.NextStepAt);
    }

    [Fact]
    public void An_owner_long_unheard_of_is_asked_one_thing()
    {
        var stage = LeadStage.New();
        stage.Lead.Claim(Ivan.Person, Ten, Rhythm);
        stage.Pass(TimeSpan.FromDays(3));

        Assert.Equal(Outcome, stage.Step());
        Assert.Equal(None, stage.Step());
    }

    [Fact]
    public void A_suspect_lead_has_no_clocks_until_somebody_vouches_for_it()
    {
        var admitted = LeadStage.New(suspect: true);
        var assigned = LeadStage.New(suspect: true);
        Assert.Empty(admitted.StepsWithin(60));

        admitted.Lead.Admit(Olga, admitted.Now, Rhythm);
        assigned.Lead.Assign(Olga, Ivan.Person, Ten, Rhythm);
        assigned.Lead.Release(Ivan, Ten, Rhythm);

        Assert.Equal([(63, Remind), (65, Sla)], admitted.StepsWithin(66));
        Assert.Equal([(3, Remind), (5, Sla)], assigned.StepsWithin(6));
    }
}
