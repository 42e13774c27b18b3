using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Tests.Domain.Digests;

public sealed class NextStepTests
{
    /// <summary>Five minutes are the SLA.</summary>
    private const double Late = 11;

    [Theory]
    [InlineData(8, nameof(NextStep.KeepPace))]
    [InlineData(7, nameof(NextStep.StaffHours))]
    public void Below_eighty_of_a_hundred_in_time_the_worst_hours_are_named(int inTime, string step)
    {
        var leads = Leads(inTime, 2).Concat(Leads(10 - inTime, Late));

        Assert.Equal(step, Of(leads).GetType().Name);
    }

    [Theory]
    [InlineData(40, 2, nameof(NextStep.AnswerReason))]
    [InlineData(41, 2, nameof(NextStep.KeepPace))]
    [InlineData(41, 3, nameof(NextStep.AnswerReason))]
    [InlineData(10, 1, nameof(NextStep.KeepPace))]
    public void A_reason_against_a_source_is_named_from_a_twentieth_of_the_leads_on(int leads, int bad, string step)
    {
        var all = Leads(leads - bad, 2).Concat(Leads(bad, 2).Select(l => l.Bad(RejectReason.NotOurArea)));

        Assert.Equal(step, Of(all).GetType().Name);
    }

    [Theory]
    [InlineData(10, 5, nameof(NextStep.CheckFallenSources))]
    [InlineData(10, 6, nameof(NextStep.KeepPace))]
    [InlineData(9, 1, nameof(NextStep.KeepPace))]
    [InlineData(20, 10, nameof(NextStep.CheckFallenSources))]
    [InlineData(10, 30, nameof(NextStep.KeepPace))]
    [InlineData(10, 0, nameof(NextStep.CheckSources))]
    public void Half_of_ten_leads_gone_is_asked_about(int before, int now, string step)
    {
        var all = Enumerable.Range(0, before).Select(_ => Facts.Lead(3, 12)).Concat(Leads(now, 2));

        Assert.Equal(step, Of(all).GetType().Name);
    }

    [Fact]
    public void What_nobody_has_taken_is_to_be_cleared_where_nothing_else_is_wrong()
    {
        var waiting = Facts.Lead(13, 17) with { ReceivedAt = Facts.At(15, 20), Status = LeadStatus.New };
        var all = Leads(9, 2).Append(waiting with { FirstClaimedAt = null });

        Assert.Equal(new NextStep.ClearQueue(1), Of(all));
    }

    [Fact]
    public void A_week_is_empty_only_without_leads_and_sales()
    {
        Assert.True(Figures([]).IsEmpty);
        Assert.False(Figures([Facts.Lead(9, 10)]).IsEmpty);
        Assert.False(Figures([Facts.Lead(3, 10).Sold(Facts.At(10, 10), 100)]).IsEmpty);
        Assert.Null(Figures([]).QualifiedShare);
        Assert.Equal(0, Figures([Facts.Lead(9, 10)]).QualifiedShare);
    }

    private static IEnumerable<LeadFacts> Leads(int count, double claimedAfter) =>
        Enumerable.Range(0, count).Select(n => Facts.Lead(9 + (n % 5), 12, claimedAfter));

    private static NextStep Of(IEnumerable<LeadFacts> leads) => NextStep.Of(Figures(leads));

    private static WeeklyFigures Figures(IEnumerable<LeadFacts> leads) =>
        WeeklyFigures.From([.. leads], Facts.Week, Facts.Sla);
}
