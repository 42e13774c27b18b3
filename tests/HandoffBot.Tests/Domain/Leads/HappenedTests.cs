using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Leads;

/// <summary>What a lead's history says, and that its clocks go on from there.</summary>
public sealed class HappenedTests
{
    [Fact]
    public void A_life_is_told_in_order_and_whole()
    {
        var stage = LeadStage.New();
        stage.Pass(TimeSpan.FromMinutes(3));
        stage.Step();
        stage.Lead.Repeat(Contact.Of(new TeamId(1), "Anna", null, false, "a@mail.ru", null), stage.Now);
        stage.Lead.Claim(LeadStage.Ivan.Person, stage.Now, LeadStage.Rhythm);
        stage.Lead.Reach(LeadStage.Ivan, stage.Now, LeadStage.Rhythm);
        stage.Lead.Qualify(LeadStage.Ivan, stage.Now, LeadStage.Rhythm);
        stage.Lead.Win(LeadStage.Ivan, stage.Now, LeadStage.Rhythm);

        var happened = stage.Lead.TakeHappened();

        Assert.Equal(
            [
                nameof(LeadReceived),
                nameof(StepTaken),
                nameof(InquiryRepeated),
                nameof(LeadClaimed),
                nameof(ContactReached),
                nameof(LeadQualified),
                nameof(LeadWon),
            ],
            happened.Select(e => e.GetType().Name)
        );
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], happened.Select(e => e.Number));
        Assert.Equal((1, 2), (((StepTaken)happened[1]).StepNumber, ((InquiryRepeated)happened[2]).Inquiries));
        Assert.Empty(stage.Lead.TakeHappened());
    }

    [Fact]
    public void A_lead_let_in_by_the_manager_says_so_and_its_steps_begin()
    {
        var stage = LeadStage.New(suspect: true);
        stage.Lead.TakeHappened();
        Assert.Null(stage.Lead.NextStepAt);

        stage.Lead.Admit(LeadStage.Olga, stage.Now, LeadStage.Rhythm);

        Assert.IsType<LeadAdmitted>(Assert.Single(stage.Lead.TakeHappened()));
        Assert.Equal((false, LeadStep.Remind), (stage.Lead.IsSuspect, stage.Lead.NextStep));
    }

    [Fact]
    public void First_contact_is_when_it_first_was_whatever_comes_after()
    {
        var stage = LeadStage.Of(LeadStatus.Claimed);
        stage.Lead.Reach(LeadStage.Ivan, stage.Now, LeadStage.Rhythm);
        var first = stage.Now;
        stage.Pass(TimeSpan.FromHours(1)).Lead.Qualify(LeadStage.Ivan, stage.Now, LeadStage.Rhythm);

        stage.Pass(TimeSpan.FromHours(1)).Lead.Win(LeadStage.Ivan, stage.Now, LeadStage.Rhythm);

        Assert.Equal(first, stage.Lead.ContactedAt);
    }

    [Fact]
    public void Assigned_it_is_asked_about_as_if_taken_then()
    {
        var stage = LeadStage.New();
        stage.Pass(TimeSpan.FromMinutes(10));

        stage.Lead.Assign(LeadStage.Olga, LeadStage.Anna.Person, stage.Now, LeadStage.Rhythm);

        Assert.Equal(LeadStep.FirstContact, stage.Lead.NextStep);
        Assert.Equal(stage.Now.AddMinutes(30), stage.Lead.NextStepAt);
    }

    [Fact]
    public void A_qualified_lead_is_not_asked_for_the_first_call_any_more()
    {
        var stage = LeadStage.Of(LeadStatus.Claimed);

        stage.Lead.Qualify(LeadStage.Ivan, stage.Now, LeadStage.Rhythm);

        Assert.Equal(LeadStep.Outcome, stage.Lead.NextStep);
    }

    [Fact]
    public void Time_in_which_nobody_was_on_shift_puts_off_what_was_not_said_and_is_told()
    {
        var stage = LeadStage.New();
        stage.Lead.TakeHappened();
        var due = stage.Lead.NextStepAt!.Value;

        stage.Lead.StandStill(TimeSpan.Zero, stage.Now, LeadStage.Rhythm);
        Assert.Empty(stage.Lead.TakeHappened());
        stage.Lead.StandStill(TimeSpan.FromMinutes(7), stage.Now, LeadStage.Rhythm);

        Assert.Equal(due.AddMinutes(7), stage.Lead.NextStepAt);
        Assert.IsType<ClockStood>(Assert.Single(stage.Lead.TakeHappened()));
        Assert.Equal(TimeSpan.FromMinutes(7), stage.Lead.WaitedOut);
    }

    [Fact]
    public void A_taken_lead_does_not_stand_still_with_the_shift()
    {
        var stage = LeadStage.Of(LeadStatus.Claimed);
        var due = stage.Lead.NextStepAt;

        stage.Lead.StandStill(TimeSpan.FromMinutes(7), stage.Now, LeadStage.Rhythm);

        Assert.Equal((due, TimeSpan.Zero), (stage.Lead.NextStepAt, stage.Lead.WaitedOut));
    }

    [Fact]
    public void It_rests_with_a_reason_until_its_time_and_not_without_one()
    {
        var stage = LeadStage.New();
        var until = stage.Now.AddHours(1);

        stage.Lead.Defer(LeadStage.Olga, until, stage.Now, LeadStage.Rhythm);
        Assert.False(stage.Lead.RestsAt(stage.Now));
        stage.Lead.Defer(LeadStage.Olga, until, stage.Now, LeadStage.Rhythm, default(SnoozeReason));

        Assert.True(stage.Lead.RestsAt(until.AddTicks(-1)));
        Assert.False(stage.Lead.RestsAt(until));
    }
}
