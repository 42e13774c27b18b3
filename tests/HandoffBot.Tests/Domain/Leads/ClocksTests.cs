using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;
using static HandoffBot.Tests.Domain.Leads.LeadStage;

namespace HandoffBot.Tests.Domain.Leads;

/// <summary>When a lead asks for somebody next, after what happened to it or to its team.</summary>
public sealed class ClocksTests
{
    private static readonly TeamRhythm Slower = new(
        WorkingHours.Default(TimeZoneInfo.Utc),
        Ladder.Default with
        {
            Remind = TimeSpan.FromMinutes(4),
        }
    );

    [Fact]
    public void A_new_ladder_counts_for_what_waits_and_not_for_what_is_closed()
    {
        var (waiting, closed) = (New().Lead, Of(LeadStatus.Won).Lead);
        var versions = (waiting.Version, closed.Version);

        waiting.Retime(Slower);
        closed.Retime(Slower);

        Assert.Equal(Ten.AddMinutes(4), waiting.NextStepAt);
        Assert.Null(closed.NextStepAt);
        Assert.Equal((versions.Item1 + 1, versions.Item2), (waiting.Version, closed.Version));
    }

    [Fact]
    public void Once_reached_only_an_outcome_is_asked_for_and_later_by_as_long_as_the_bot_was_away()
    {
        var stage = Of(LeadStatus.Claimed);
        Assert.Equal(LeadStep.FirstContact, stage.Lead.NextStep);

        stage.Lead.Reach(Ivan, stage.Now, Rhythm);
        Assert.Equal((LeadStep.Outcome, Rhythm.After(Ten, TimeSpan.FromHours(24))), Next(stage));
        stage.Lead.WaitOut(TimeSpan.FromMinutes(9), stage.Now, Rhythm);

        Assert.Equal((LeadStep.Outcome, Rhythm.After(Ten, TimeSpan.FromHours(24.15))), Next(stage));
    }

    [Fact]
    public void Nobody_answered_and_after_the_call_again_nobody_the_next_call_is_told_anew()
    {
        var stage = Of(LeadStatus.Claimed);
        stage.Lead.MissAnswer(Ivan, stage.Now, Rhythm);
        Assert.Equal((LeadStep.CallBack, stage.Lead.CallBackAt), Next(stage));
        stage.Pass(stage.Lead.CallBackAt!.Value - stage.Now);
        Assert.Equal(LeadStep.CallBack, stage.Step());
        Assert.Equal(LeadStep.Outcome, stage.Lead.NextStep);

        stage.Lead.MissAnswer(Ivan, stage.Now, Rhythm);

        Assert.Equal((LeadStep.CallBack, stage.Lead.CallBackAt), Next(stage));
        Assert.True(stage.Lead.CallBackAt > stage.Now);
        Assert.Equal(2, stage.Lead.Attempts);
    }

    [Fact]
    public void Each_attempt_in_vain_counts_and_six_are_enough()
    {
        var stage = Of(LeadStatus.Claimed);
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            Assert.False(stage.Lead.IsTriedEnough);
            stage.Pass(TimeSpan.FromHours(1)).Lead.MissAnswer(Ivan, stage.Now, Rhythm);
            var told = Assert.IsType<NoAnswerGot>(stage.Lead.TakeHappened()[^1]);
            Assert.Equal((attempt, attempt), (told.Attempt, stage.Lead.Attempts));
        }

        Assert.True(stage.Lead.IsTriedEnough);
        stage.Lead.Reach(Ivan, stage.Now, Rhythm);
        Assert.False(stage.Lead.IsTriedEnough);
    }

    [Fact]
    public void What_it_was_sold_for_may_be_told_later_and_by_nobody_else()
    {
        var lead = Of(LeadStatus.Won).Lead;

        Assert.Equal(LeadOutcome.NotYours, lead.GiveAmount(Anna, 100, Ten));
        Assert.Null(lead.AmountMinor);
        Assert.Equal(LeadOutcome.Done, lead.GiveAmount(Ivan, 12_000_00, Ten));

        Assert.Equal(12_000_00, lead.AmountMinor);
        Assert.Equal(LeadOutcome.NotTaken, New().Lead.GiveAmount(Olga, 1, Ten));
        Assert.Equal(LeadOutcome.Closed, Of(LeadStatus.Lost).Lead.GiveAmount(Ivan, 1, Ten));
    }

    [Fact]
    public void Sold_at_once_it_was_reached_and_qualified_then()
    {
        var stage = Of(LeadStatus.Claimed);

        stage.Lead.Win(Ivan, stage.Now, Rhythm);

        Assert.Equal((stage.Now, stage.Now), (stage.Lead.ContactedAt, stage.Lead.QualifiedAt));
        Assert.Equal(stage.Now, stage.Lead.ClosedAt);
    }

    [Fact]
    public void What_was_told_by_a_clock_that_was_ahead_counts_from_now()
    {
        var stage = Of(LeadStatus.Claimed);
        stage.Pass(TimeSpan.FromDays(7));
        Assert.NotEqual(LeadStep.None, stage.Step());
        var version = stage.Lead.Version;

        stage.Lead.CountFrom(Ten.AddHours(1), Rhythm);

        Assert.Equal((Ten.AddHours(1), version + 1), (stage.Lead.LastStepAt, stage.Lead.Version));
        Assert.Equal((LeadStep.Outcome, Rhythm.After(Ten.AddHours(1), TimeSpan.FromHours(24))), Next(stage));
    }

    [Fact]
    public void Of_a_list_it_waits_without_clocks_until_it_asks_by_itself_and_that_is_once()
    {
        var contact = Contact.Of(new TeamId(1), "Anna", "+79123451234", false, null, null);
        var given = new NewLead(new TeamId(1), 1, null, contact, null, null, false, false) { ListId = 3 };
        var lead = Lead.Receive(new LeadId(1), given, Ten, Rhythm);
        Assert.Null(lead.NextStepAt);
        var at = Ten.AddHours(1);

        Assert.True(lead.ComeForward(at, Rhythm));

        Assert.Equal((null, at, at.AddMinutes(3)), (lead.ListId, lead.WaitingSince, lead.NextStepAt));
        Assert.IsType<LeadCameForward>(lead.TakeHappened()[^1]);
        Assert.False(lead.ComeForward(at, Rhythm));
        Assert.False(New().Lead.ComeForward(at, Rhythm));
    }

    [Fact]
    public void Left_to_the_others_it_is_kept_for_nobody()
    {
        var lead = New().Lead;
        lead.Offer(new Offering(HandingMode.InTurn, Ivan.Person, []), Ten.AddMinutes(5), Ten);

        Assert.Equal(LeadOutcome.Repeated, lead.Pass(Anna.Person, Ten));
        Assert.Equal(LeadOutcome.Done, lead.Pass(Ivan.Person, Ten));

        Assert.Null(lead.OfferedTo);
        Assert.Null(lead.OfferedUntil);
        Assert.Equal(LeadOutcome.Repeated, lead.Pass(Ivan.Person, Ten));
        Assert.IsType<OfferPassed>(lead.TakeHappened()[^1]);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(30.001, false)]
    public void A_change_may_be_taken_back_for_thirty_seconds(double seconds, bool may)
    {
        var lead = New().Lead;
        Assert.False(lead.MayUndo(Ten));
        lead.Claim(Ivan.Person, Ten, Rhythm);

        Assert.Equal(may, lead.MayUndo(Ten.AddSeconds(seconds)));
    }

    private static (LeadStep, DateTimeOffset?) Next(LeadStage stage) => (stage.Lead.NextStep, stage.Lead.NextStepAt);
}
