using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using static HandoffBot.Tests.Domain.Leads.LeadStage;

namespace HandoffBot.Tests.Domain.Leads;

/// <summary>What two leads that are one say of it, and which of them is asked last.</summary>
public sealed class MergedHistoryTests
{
    [Fact]
    public void Both_say_which_of_them_went_and_which_stayed_and_the_same_when_they_part()
    {
        var (stays, goes) = (Of(1), Of(2));
        Lead.Merge(stays, goes, Olga, Ten, Rhythm);
        var (gone, kept) = (Last<LeadMerged>(goes), Last<LeadMerged>(stays));
        Assert.Equal((false, stays.Id, true, goes.Id), (gone.Stays, gone.Other, kept.Stays, kept.Other));

        goes.PartFrom(stays, Olga, Ten.AddHours(1), Rhythm);

        var (back, left) = (Last<LeadParted>(goes), Last<LeadParted>(stays));
        Assert.Equal((false, stays.Id, true, goes.Id), (back.Stays, back.Other, left.Stays, left.Other));
        Assert.Equal(0, stays.Absorbed);
    }

    [Theory]
    [InlineData(1, 2, 2)]
    [InlineData(2, 1, 2)]
    public void Asked_last_is_when_either_of_them_was(int first, int second, int expected)
    {
        var (stays, goes) = (Of(1), Of(2));
        stays.Repeat(Asking, Ten.AddHours(first));
        goes.Repeat(Asking, Ten.AddHours(second));

        Lead.Merge(stays, goes, Olga, Ten.AddHours(3), Rhythm);

        Assert.Equal(Ten.AddHours(expected), stays.LastAskedAt);
        Assert.Equal(2, stays.Inquiries);
    }

    [Fact]
    public void The_real_one_stays_before_one_that_was_held_back_even_if_that_is_older()
    {
        var (suspect, real) = (Of(1, suspect: true), Of(2));

        Assert.Equal((real, suspect), Lead.WhoStays(suspect, real));
        Assert.Equal((real, suspect), Lead.WhoStays(real, suspect));
    }

    [Fact]
    public void What_was_done_to_the_one_that_went_cannot_be_taken_back()
    {
        var (stays, goes) = (Of(1), Of(2));
        stays.Claim(Ivan.Person, Ten, Rhythm);
        goes.Claim(Ivan.Person, Ten, Rhythm);

        Lead.Merge(stays, goes, Ivan, Ten, Rhythm);

        Assert.Equal(LeadOutcome.Overtaken, goes.Undo(Ivan.Person, Ten.AddSeconds(5), Rhythm));
    }

    [Fact]
    public void Handed_over_or_left_behind_it_says_from_whom()
    {
        var handed = Of(LeadStatus.Claimed).Lead;
        handed.HandOver(Ivan.Person, Anna.Person, Ten.AddMinutes(2), Rhythm);
        var told = Last<LeadHandedOver>(handed);
        Assert.Equal((Anna.Person, Ivan.Person), (told.By, told.Owner));
        var left = Of(LeadStatus.Qualified).Lead;

        left.Orphan(Ten.AddMinutes(2), Rhythm);

        Assert.Equal(Ivan.Person, Last<LeadReleased>(left).Owner);
        Assert.Equal((LeadStatus.New, 1), (left.Status, left.Cycle));
        Assert.Null(left.QualifiedAt ?? left.ContactedAt ?? left.CallBackAt ?? left.ClosedAt);
        Assert.Equal(Ten.AddMinutes(2), left.WaitingSince);
    }

    [Fact]
    public void Given_back_it_waits_as_if_it_had_just_come()
    {
        var stage = Of(LeadStatus.Claimed);
        stage.Lead.MissAnswer(Ivan, stage.Now, Rhythm);
        stage.Pass(TimeSpan.FromMinutes(5)).Lead.WaitOut(TimeSpan.FromMinutes(9), stage.Now, Rhythm);

        stage.Lead.Release(Ivan, stage.Now, Rhythm);

        Assert.Equal((0, TimeSpan.Zero, null), (stage.Lead.Attempts, stage.Lead.WaitedOut, stage.Lead.CallBackAt));
        Assert.Equal((LeadStep.Remind, stage.Now.AddMinutes(3)), (stage.Lead.NextStep, stage.Lead.NextStepAt));
    }

    [Fact]
    public void Kept_for_one_until_the_minute_is_over_and_for_nobody_once_it_is_taken()
    {
        var lead = Of(1);
        var until = Ten.AddMinutes(5);
        lead.Offer(new Offering(HandingMode.InTurn, Ivan.Person, []), until, Ten);

        Assert.Equal(Ivan.Person, lead.KeptFor(until.AddTicks(-1)));
        Assert.Null(lead.KeptFor(until));
        lead.Claim(Ivan.Person, Ten, Rhythm);
        Assert.Null(lead.KeptFor(Ten));
    }

    [Fact]
    public void Of_who_is_forgotten_the_lead_keeps_what_was_wanted_without_ways_to_reach_anybody()
    {
        var contact = Contact.Of(new TeamId(1), "Anna", "+79123451234", false, null, null);
        var given = new NewLead(new TeamId(1), 1, null, contact, "Windows, call 89123451234", "KAZAN", false, false);
        var lead = Lead.Receive(new LeadId(1), given, Ten, Rhythm);
        Assert.Equal("windows, call 89123451234 kazan", lead.SearchText);
        lead.TakeHappened();

        lead.Forget(Olga.Person, Ten.AddHours(1), Rhythm);

        Assert.Equal(("Windows, call •••", "KAZAN"), (lead.Product, lead.City));
        Assert.Equal("windows, call ••• kazan", lead.SearchText);
        Assert.Equal((LeadStatus.Lost, Lead.Forgotten), (lead.Status, lead.Reason));
        Assert.Null(lead.NextStepAt);
        Assert.IsType<LeadForgotten>(Assert.Single(lead.TakeHappened()));
        var won = Of(LeadStatus.Won).Lead;
        won.Forget(null, Ten.AddHours(1), Rhythm);
        Assert.Equal((LeadStatus.Won, null), (won.Status, won.Reason));
    }

    private static T Last<T>(Lead lead) => Assert.IsType<T>(lead.TakeHappened()[^1]);

    private static Contact Asking => Contact.Of(new TeamId(1), "Anna", "+79123451234", false, null, null);

    private static Lead Of(long id, bool suspect = false)
    {
        var given = new NewLead(new TeamId(1), 1, null, Asking, "Windows", "Kazan", false, suspect);
        return Lead.Receive(new LeadId(id), given, Ten, Rhythm);
    }

    private static LeadStage Of(LeadStatus status) => LeadStage.Of(status);
}
