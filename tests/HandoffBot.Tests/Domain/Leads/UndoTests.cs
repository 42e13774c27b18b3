using HandoffBot.Domain.Leads;
using static HandoffBot.Domain.Leads.LeadOutcome;
using static HandoffBot.Tests.Domain.Leads.LeadStage;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class UndoTests
{
    [Theory]
    [InlineData(30, nameof(Done))]
    [InlineData(30.001, nameof(TooLate))]
    public void A_change_can_be_taken_back_for_thirty_seconds(double seconds, string expected)
    {
        var stage = Of(LeadStatus.Claimed);
        stage.Lead.Win(Ivan, stage.Now, Rhythm);

        Assert.Equal(expected, stage.Lead.Undo(Ivan.Person, stage.Now.AddSeconds(seconds), Rhythm).ToString());
    }

    [Fact]
    public void It_puts_back_all_that_the_change_altered_and_says_which_event_no_longer_counts()
    {
        var stage = Of(LeadStatus.Claimed);
        stage.Lead.PlanCallBack(Ivan, Ten.AddHours(2), stage.Now, Rhythm);
        var before = Looks(stage.Lead);
        stage.Pass(TimeSpan.FromSeconds(5)).Lead.Win(Ivan, stage.Now, Rhythm);
        stage.Lead.GiveAmount(Ivan, 100, stage.Now);
        var won = stage.Lead.TakeHappened().OfType<LeadWon>().Single();

        var outcome = stage.Lead.Undo(Ivan.Person, stage.Now, Rhythm);

        Assert.Equal(Done, outcome);
        Assert.Equal(before, Looks(stage.Lead));
        Assert.Equal(won.Number, Assert.IsType<ChangeUndone>(stage.Lead.TakeHappened().Single()).Reverts);
    }

    [Fact]
    public void A_claim_taken_back_starts_the_ladder_again_and_leaves_no_trace_of_an_owner()
    {
        var stage = LeadStage.New().Pass(TimeSpan.FromMinutes(4));
        stage.Step();
        stage.Lead.Claim(Ivan.Person, stage.Now, Rhythm);

        stage.Lead.Undo(Ivan.Person, stage.Now, Rhythm);

        var lead = stage.Lead;
        Assert.Equal((LeadStatus.New, null, null, 1), (lead.Status, lead.Owner, lead.FirstClaimedAt, lead.Cycle));
        Assert.Equal([(7, LeadStep.Remind), (9, LeadStep.Sla)], stage.StepsWithin(10));
    }

    [Fact]
    public void A_lead_keeps_when_it_was_taken_first_however_often_it_comes_back()
    {
        var stage = Of(LeadStatus.Claimed);
        stage.Lead.Release(Ivan, stage.Now, Rhythm);
        stage.Pass(TimeSpan.FromMinutes(5)).Lead.Claim(Anna.Person, stage.Now, Rhythm);

        Assert.Equal((Ten, stage.Now), (stage.Lead.FirstClaimedAt, stage.Lead.ClaimedAt));
    }

    [Fact]
    public void What_the_manager_put_off_stays_put_off_after_a_mistaken_claim()
    {
        var stage = LeadStage.New();
        stage.Lead.Defer(Olga, Ten.AddHours(2), Ten, Rhythm);
        stage.Lead.Claim(Ivan.Person, Ten, Rhythm);

        stage.Lead.Undo(Ivan.Person, Ten, Rhythm);

        Assert.Equal(Ten.AddHours(2), stage.Lead.NextStepAt);
    }

    [Fact]
    public void The_reason_of_a_rest_goes_with_the_rest_and_comes_back_with_it()
    {
        var stage = LeadStage.New();
        stage.Lead.Defer(Olga, Ten.AddHours(2), Ten, Rhythm, SnoozeReason.Stock);
        stage.Lead.Claim(Ivan.Person, Ten, Rhythm);
        var taken = stage.Lead.SnoozedFor;

        stage.Lead.Undo(Ivan.Person, Ten, Rhythm);
        var takenBack = (stage.Lead.DeferredUntil, stage.Lead.SnoozedFor);
        stage.Lead.Reject(Olga, RejectReason.Spam, Ten, Rhythm);

        Assert.Null(taken);
        Assert.Equal((Ten.AddHours(2), SnoozeReason.Stock), takenBack);
        Assert.Null(stage.Lead.SnoozedFor);
    }

    [Fact]
    public void A_suspect_lead_taken_and_given_back_by_mistake_is_suspect_again()
    {
        var stage = LeadStage.New(suspect: true);
        stage.Lead.Assign(Olga, Ivan.Person, Ten, Rhythm);

        stage.Lead.Undo(Olga.Person, Ten, Rhythm);

        Assert.True(stage.Lead.IsSuspect);
        Assert.Null(stage.Lead.NextStepAt);
    }

    [Fact]
    public void Who_was_overtaken_cannot_take_back()
    {
        var assigned = Of(LeadStatus.Claimed);
        assigned.Lead.Reach(Ivan, assigned.Now, Rhythm);
        assigned.Lead.Assign(Olga, Anna.Person, assigned.Now, Rhythm);
        var deferred = Of(LeadStatus.Claimed);
        deferred.Lead.Release(Ivan, deferred.Now, Rhythm);
        deferred.Lead.Defer(Olga, Ten.AddHours(2), deferred.Now, Rhythm);
        var corrected = Of(LeadStatus.Claimed);
        corrected.Lead.Win(Ivan, corrected.Now, Rhythm);
        corrected.Lead.GiveAmount(Olga, 100, corrected.Now);

        Assert.Equal(Overtaken, assigned.Lead.Undo(Ivan.Person, assigned.Now, Rhythm));
        Assert.Equal(Overtaken, deferred.Lead.Undo(Ivan.Person, deferred.Now, Rhythm));
        Assert.Equal(Overtaken, corrected.Lead.Undo(Ivan.Person, corrected.Now, Rhythm));
    }

    [Fact]
    public void Who_left_takes_nothing_back_of_what_they_had()
    {
        var stage = Of(LeadStatus.Claimed);
        stage.Lead.Reach(Ivan, stage.Now, Rhythm);
        stage.Lead.Orphan(stage.Now, Rhythm);

        Assert.Equal(Overtaken, stage.Lead.Undo(Ivan.Person, stage.Now, Rhythm));
        Assert.Equal((LeadStatus.New, null), (stage.Lead.Status, stage.Lead.Owner));
    }

    [Fact]
    public void A_note_of_somebody_else_overtakes_nobody()
    {
        var stage = Of(LeadStatus.Claimed);
        stage.Lead.Lose(Ivan, LostReason.Price, stage.Now, Rhythm);
        stage.Lead.TakeNote(Anna.Person, stage.Now);

        Assert.Equal(Done, stage.Lead.Undo(Ivan.Person, stage.Now, Rhythm));
    }

    [Fact]
    public void A_change_is_taken_back_once()
    {
        var stage = Of(LeadStatus.Claimed);
        stage.Lead.Qualify(Ivan, stage.Now, Rhythm);

        Assert.Equal(Done, stage.Lead.Undo(Ivan.Person, stage.Now, Rhythm));
        Assert.Equal(Overtaken, stage.Lead.Undo(Ivan.Person, stage.Now, Rhythm));
    }

    private static (LeadStatus, object?, object?, object?, int, object?, object?, LeadStep, object?) Looks(Lead lead) =>
        (
            lead.Status,
            lead.Owner,
            lead.CallBackAt,
            lead.ContactedAt,
            lead.Attempts,
            lead.ClosedAt,
            lead.AmountMinor,
            lead.NextStep,
            lead.NextStepAt
        );
}
