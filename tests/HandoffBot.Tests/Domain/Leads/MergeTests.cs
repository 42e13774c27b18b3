using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using static HandoffBot.Tests.Domain.Leads.LeadStage;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class MergeTests
{
    [Fact]
    public void The_older_stays_and_the_younger_ends_without_a_reason_or_a_clock()
    {
        var (older, younger) = (Of(1), Of(2));

        var outcome = Lead.Merge(younger, older, Olga, Ten, Rhythm);

        Assert.Equal(MergeOutcome.Done, outcome);
        Assert.Equal((LeadStatus.Merged, older.Id, null), (younger.Status, younger.MergedInto, younger.NextStepAt));
        Assert.Null(younger.Reason);
        Assert.True(older.IsOpen);
        Assert.Equal(1, older.Absorbed);
        Assert.All([older, younger], l => Assert.IsType<LeadMerged>(l.TakeHappened()[^1]));
    }

    [Fact]
    public void The_one_in_work_stays_before_an_older_one_that_waits()
    {
        var (older, younger) = (Of(1), Of(2));
        younger.Claim(Ivan.Person, Ten, Rhythm);

        Lead.Merge(older, younger, Ivan, Ten, Rhythm);

        Assert.Equal(younger.Id, older.MergedInto);
        Assert.Equal(Ivan.Person, younger.Owner);
    }

    [Fact]
    public void What_cannot_be_merged_is_named()
    {
        var (one, other, taken) = (Of(1), Of(2), Of(3));
        taken.Claim(Anna.Person, Ten, Rhythm);

        Assert.Equal(MergeOutcome.Itself, Lead.Merge(one, one, Olga, Ten, Rhythm));
        Assert.Equal(MergeOutcome.OtherTeams, Lead.Merge(one, Of(4, team: 2), Olga, Ten, Rhythm));
        Assert.Equal(MergeOutcome.TestAndReal, Lead.Merge(one, Of(5, isTest: true), Olga, Ten, Rhythm));
        Assert.Equal(MergeOutcome.NotYours, Lead.Merge(one, other, Ivan, Ten, Rhythm));
        Assert.Equal(MergeOutcome.NotYours, Lead.Merge(one, taken, Ivan, Ten, Rhythm));
        Assert.Equal(MergeOutcome.Done, Lead.Merge(one, other, Olga, Ten, Rhythm));
        Assert.Equal(MergeOutcome.AlreadyOne, Lead.Merge(other, one, Olga, Ten, Rhythm));
        Assert.Equal(MergeOutcome.Closed, Lead.Merge(taken, other, Olga, Ten, Rhythm));
    }

    [Fact]
    public void Taken_apart_the_one_that_waited_waits_anew_and_the_one_in_work_is_in_work_again()
    {
        var (older, waiting, working) = (Of(1), Of(2), Of(3));
        older.Claim(Ivan.Person, Ten, Rhythm);
        working.Claim(Anna.Person, Ten, Rhythm);
        Lead.Merge(older, waiting, Olga, Ten, Rhythm);
        Lead.Merge(older, working, Olga, Ten, Rhythm);
        var later = Ten.AddHours(2);

        Assert.Equal(LeadOutcome.Done, waiting.PartFrom(older, Olga, later, Rhythm));
        Assert.Equal(LeadOutcome.Done, working.PartFrom(older, Anna, later, Rhythm));
        Assert.Equal(LeadOutcome.Repeated, working.PartFrom(older, Olga, later, Rhythm));

        Assert.Equal((LeadStatus.New, later, 1), (waiting.Status, waiting.WaitingSince, waiting.Cycle));
        Assert.Equal((LeadStatus.Claimed, (PersonId?)Anna.Person), (working.Status, working.Owner));
        Assert.Equal(0, older.Absorbed);
    }

    [Fact]
    public void Taken_apart_it_rests_as_long_as_the_manager_had_said()
    {
        var (older, resting) = (Of(1), Of(2));
        resting.Defer(Olga, Ten.AddHours(5), Ten, Rhythm, SnoozeReason.Stock);
        Lead.Merge(older, resting, Olga, Ten, Rhythm);
        var merged = resting.SnoozedFor;

        resting.PartFrom(older, Olga, Ten.AddHours(2), Rhythm);

        Assert.Null(merged);
        Assert.Equal((Ten.AddHours(5), SnoozeReason.Stock), (resting.DeferredUntil, resting.SnoozedFor));
        Assert.Equal(Ten.AddHours(5), resting.NextStepAt);
    }

    [Fact]
    public void One_of_a_list_that_stays_has_waited_as_long_as_the_one_that_asked_by_itself_and_is_of_the_list_again_after()
    {
        var (listed, hot) = (Of(1, list: 7), Of(2));
        hot.TakeStep(Ten.AddMinutes(3), Rhythm);

        Lead.Merge(listed, hot, Olga, Ten.AddMinutes(4), Rhythm);
        var (list, step, at) = (listed.ListId, listed.NextStep, listed.NextStepAt);
        var told = listed.TakeHappened();
        hot.PartFrom(listed, Olga, Ten.AddHours(1), Rhythm);

        Assert.Equal((null, LeadStep.Sla, Ten.AddMinutes(5)), (list, step, at));
        Assert.Equal(nameof(LeadCameForward), told[^1].GetType().Name);
        Assert.Equal((7, null, Ten), (listed.ListId, listed.NextStepAt, listed.WaitingSince));
        Assert.NotNull(hot.NextStepAt);
    }

    [Fact]
    public void The_more_urgent_of_two_sets_the_pace_until_they_part()
    {
        var (usual, urgent) = (Of(1), Of(2, priority: LeadPriority.High));

        Lead.Merge(usual, urgent, Olga, Ten.AddMinutes(1), Rhythm);
        var merged = usual.Priority;
        urgent.PartFrom(usual, Olga, Ten.AddMinutes(2), Rhythm);

        Assert.Equal((LeadPriority.High, LeadPriority.Normal), (merged, usual.Priority));
        Assert.Equal(LeadPriority.High, urgent.Priority);
    }

    [Fact]
    public void Parted_in_any_order_it_stands_as_before_the_first_of_them()
    {
        var (listed, one, two) = (Of(1, list: 7), Of(2, priority: LeadPriority.High), Of(3));
        two.Repeat(two.Contact.Copy(), Ten.AddMinutes(2));
        Lead.Merge(listed, one, Olga, Ten.AddMinutes(3), Rhythm);
        Lead.Merge(listed, two, Olga, Ten.AddMinutes(4), Rhythm);

        one.PartFrom(listed, Olga, Ten.AddMinutes(5), Rhythm);
        var between = listed.ListId;
        two.PartFrom(listed, Olga, Ten.AddMinutes(6), Rhythm);

        Assert.Null(between);
        Assert.Equal((7, LeadPriority.Normal, null), (listed.ListId, listed.Priority, listed.AskedAgainAt));
    }

    [Fact]
    public void Who_asked_again_meanwhile_does_not_go_back_into_the_list()
    {
        var (listed, hot) = (Of(1, list: 7), Of(2));
        Lead.Merge(listed, hot, Olga, Ten.AddMinutes(3), Rhythm);
        listed.Repeat(listed.Contact.Copy(), Ten.AddMinutes(4));

        hot.PartFrom(listed, Olga, Ten.AddMinutes(5), Rhythm);

        Assert.Equal((null, Ten.AddMinutes(4)), (listed.ListId, listed.AskedAgainAt));
        Assert.NotNull(listed.NextStepAt);
    }

    [Fact]
    public void A_lead_that_was_merged_cannot_be_taken_and_a_stranger_cannot_take_it_out()
    {
        var (older, younger) = (Of(1), Of(2));
        Lead.Merge(older, younger, Olga, Ten, Rhythm);

        Assert.Equal(ClaimOutcome.Closed, younger.Claim(Ivan.Person, Ten, Rhythm));
        Assert.Equal(LeadOutcome.Overtaken, younger.Undo(Olga.Person, Ten, Rhythm));
        Assert.Equal(LeadOutcome.NotYours, younger.PartFrom(older, Ivan, Ten, Rhythm));
    }

    [Fact]
    public void An_inquiry_taken_out_takes_along_what_only_it_had_told()
    {
        var lead = Of(1, name: null);
        var first = lead.Contact.Copy();
        lead.Repeat(Contact.Of(lead.Team, "Peter", "+79123450001", false, "peter@mail.ru", null), Ten);
        Assert.Equal("Peter", lead.Contact.Name);

        lead.TakeOut(new LeadId(2), Olga.Person, [first], Ten);

        Assert.Null(lead.Contact.Name);
        Assert.Null(lead.Contact.Email);
        Assert.Equal(1, lead.Inquiries);
        var told = Assert.IsType<InquiryTakenOut>(lead.TakeHappened()[^1]);
        Assert.Equal((new LeadId(2), Olga.Person), (told.NewLead, told.By));
    }

    [Fact]
    public void An_inquiry_taken_out_that_had_told_nothing_new_leaves_the_contact_as_it_was()
    {
        var lead = Of(1);
        lead.Repeat(lead.Contact.Copy(), Ten);

        lead.TakeOut(new LeadId(2), Olga.Person, [], Ten);

        Assert.Equal(("Anna", "+79123450001"), (lead.Contact.Name, lead.Contact.Phone));
        Assert.Equal(1, lead.Inquiries);
    }

    internal static Lead Of(
        int id,
        int team = 1,
        bool isTest = false,
        string? name = "Anna",
        long? list = null,
        LeadPriority priority = LeadPriority.Normal,
        bool isSuspect = false
    )
    {
        var contact = Contact.Of(new TeamId(team), name, "+79123450001", false, null, null);
        var given = new NewLead(new TeamId(team), 1, null, contact, null, null, isTest, isSuspect)
        {
            ListId = list,
            Priority = priority,
        };
        return Lead.Receive(new LeadId(id), given, Ten, Rhythm);
    }
}
