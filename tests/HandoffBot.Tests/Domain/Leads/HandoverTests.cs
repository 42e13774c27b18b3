using HandoffBot.Domain.Leads;
using static HandoffBot.Tests.Domain.Leads.LeadStage;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class HandoverTests
{
    [Fact]
    public void A_lead_changes_hands_as_it_stands_with_what_is_planned()
    {
        var stage = Of(LeadStatus.Claimed);
        stage.Lead.MissAnswer(Ivan, stage.Now, Rhythm);
        var planned = stage.Lead.CallBackAt;

        var outcome = stage.Lead.HandOver(Ivan.Person, Anna.Person, stage.Now, Rhythm);

        Assert.Equal(LeadOutcome.Done, outcome);
        Assert.Equal((Anna.Person, planned, 1), (stage.Lead.Owner, stage.Lead.CallBackAt, stage.Lead.Attempts));
        Assert.Equal(LeadOutcome.Overtaken, stage.Lead.Undo(Ivan.Person, stage.Now, Rhythm));
    }

    [Fact]
    public void What_changed_hands_or_ended_meanwhile_is_not_handed_over()
    {
        var (given, won, back) = (Of(LeadStatus.Claimed), Of(LeadStatus.Won), Of(LeadStatus.Claimed));
        given.Lead.Assign(Olga, Olga.Person, given.Now, Rhythm);
        back.Lead.Release(Ivan, back.Now, Rhythm);

        Assert.Equal(LeadOutcome.NotYours, given.Lead.HandOver(Ivan.Person, Anna.Person, given.Now, Rhythm));
        Assert.Equal(LeadOutcome.Closed, won.Lead.HandOver(Ivan.Person, Anna.Person, won.Now, Rhythm));
        Assert.Equal(LeadOutcome.NotTaken, back.Lead.HandOver(Ivan.Person, Anna.Person, back.Now, Rhythm));
    }

    [Fact]
    public void What_nobody_called_or_is_planned_before_the_return_cannot_wait()
    {
        var (fresh, planned, reached) = (Of(LeadStatus.Claimed), Of(LeadStatus.Claimed), Of(LeadStatus.Claimed));
        planned.Lead.PlanCallBack(Ivan, Ten.AddHours(9), planned.Now, Rhythm);
        reached.Lead.Reach(Ivan, reached.Now, Rhythm);

        Assert.True(fresh.Lead.CannotWaitUntil(Ten.AddDays(1)));
        Assert.True(planned.Lead.CannotWaitUntil(Ten.AddDays(1)));
        Assert.False(planned.Lead.CannotWaitUntil(Ten.AddHours(9)));
        Assert.False(reached.Lead.CannotWaitUntil(Ten.AddDays(1)));
    }
}
