using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Tests.Domain.Digests;

public sealed class WeeklyFiguresTests
{
    [Fact]
    public void Speed_counts_what_was_claimed_in_time_and_how_long_it_took()
    {
        var figures = Of(
            Facts.Lead(9, 10, 1),
            Facts.Lead(9, 11, 2),
            Facts.Lead(10, 10, 5),
            Facts.Lead(11, 10, 11),
            Facts.Lead(12, 10, claimedAfter: null)
        );

        Assert.Equal(5, figures.Leads);
        Assert.Equal((5, 3, 2), (figures.Speed.Judged, figures.Speed.WithinSla, figures.Speed.Late));
        Assert.Equal(0.6, figures.Speed.Share);
        Assert.Equal(TimeSpan.FromMinutes(3.5), figures.Speed.Median);
        Assert.Equal(TimeSpan.FromMinutes(9.2), figures.Speed.P90);
        Assert.Equal(1, figures.Unclaimed);
    }

    [Fact]
    public void A_lead_still_inside_its_SLA_is_not_judged()
    {
        var weekend = Facts.Lead(14, 20, claimedAfter: null);

        var figures = Of(weekend, Facts.Lead(9, 10, 2));

        Assert.Equal((2, 1), (figures.Leads, figures.Speed.Judged));
        Assert.Equal(1, figures.Speed.Share);
    }

    [Fact]
    public void A_moved_limit_counts_as_moved()
    {
        var extended = Facts.Lead(9, 10, 14) with { ClaimDueAt = Facts.At(9, 10, 15) };

        var figures = Of(extended);

        Assert.Equal(1, figures.Speed.WithinSla);
    }

    [Fact]
    public void Spam_thrown_out_unclaimed_counts_as_answered_by_the_time_it_was_closed()
    {
        var quick = Facts.Lead(9, 10, claimedAfter: null).Bad(RejectReason.Spam) with { ClosedAt = Facts.At(9, 10, 4) };
        var slow = Facts.Lead(9, 10, claimedAfter: null).Bad(RejectReason.Spam);

        var figures = Of(quick, slow);

        Assert.Equal((2, 1), (figures.Speed.Judged, figures.Speed.WithinSla));
        Assert.Null(figures.Speed.Median);
        Assert.Equal(0, figures.Unclaimed);
    }

    [Fact]
    public void Test_leads_are_nowhere()
    {
        var figures = Of(
            Facts.Lead(9, 10) with
            {
                IsTest = true,
            },
            Facts.Lead(9, 10).Sold(Facts.At(10, 10), 100_00) with
            {
                IsTest = true,
            },
            Facts.Lead(9, 10).Bad(RejectReason.Spam) with
            {
                IsTest = true,
            }
        );

        Assert.True(figures.IsEmpty);
        Assert.Equal((0, 0, 0), (figures.Bad, figures.Campaigns.Count, figures.Heat.Cells.Count));
        Assert.Null(figures.QualifiedShare);
        Assert.Null(figures.Speed.Share);
    }

    [Fact]
    public void Bad_leads_stand_by_reason_with_the_campaign_that_brought_most_of_them()
    {
        var figures = Of(
            Facts.Lead(9, 10).Bad(RejectReason.Duplicate),
            Facts.Lead(9, 10).Bad(RejectReason.Duplicate),
            Facts.Lead(9, 10).Bad(RejectReason.Duplicate),
            Facts.Lead(9, 10, campaign: "retarget").Bad(RejectReason.NotOurArea),
            Facts.Lead(9, 10, campaign: "retarget").Bad(RejectReason.NotOurArea),
            Facts.Lead(9, 10).Bad(RejectReason.Spam),
            Facts.Lead(9, 10)
        );

        Assert.Equal(
            [
                new BadReason(RejectReason.Duplicate, 3, "autumn", 3),
                new BadReason(RejectReason.NotOurArea, 2, "retarget", 2),
                new BadReason(RejectReason.Spam, 1, "autumn", 1),
            ],
            figures.BadByReason
        );
        Assert.Equal(RejectReason.NotOurArea, figures.WorstReasonOfSource?.Reason);
        Assert.Equal(new Funnel("autumn", 5, 0, 0, 4), figures.Campaigns[0]);
        Assert.Equal(6, figures.Bad);
    }

    [Fact]
    public void A_reason_names_the_campaign_that_brought_most_of_its_leads()
    {
        var figures = Of(
            Facts.Lead(9, 10).Bad(RejectReason.NotOurArea),
            Facts.Lead(9, 11, campaign: "retarget").Bad(RejectReason.NotOurArea),
            Facts.Lead(9, 12, campaign: "retarget").Bad(RejectReason.NotOurArea)
        );

        Assert.Equal([new BadReason(RejectReason.NotOurArea, 3, "retarget", 2)], figures.BadByReason);
    }

    [Fact]
    public void A_single_late_claim_is_no_reason_to_act()
    {
        var one = Of(Facts.Lead(9, 10, 11), Facts.Lead(9, 12));
        var two = Of(Facts.Lead(9, 10, 11), Facts.Lead(10, 10, 11), Facts.Lead(9, 12));

        Assert.Equal(new NextStep.KeepPace(), NextStep.Of(one));
        Assert.Equal(new NextStep.StaffHours(new LateHours(10, 11, 2), 2), NextStep.Of(two));
    }

    [Fact]
    public void A_campaign_leads_from_leads_over_qualified_to_won()
    {
        var figures = Of(
            Facts.Lead(9, 10).Sold(Facts.At(12, 10), 50_000_00),
            Facts.Lead(9, 11) with
            {
                Status = LeadStatus.Qualified,
            },
            Facts.Lead(9, 12) with
            {
                Status = LeadStatus.Lost,
                WasQualified = true,
            },
            Facts.Lead(9, 13),
            Facts.Lead(9, 14, campaign: null)
        );

        Assert.Equal([new Funnel("autumn", 4, 3, 1, 0), new Funnel(null, 1, 0, 0, 0)], figures.Campaigns);
        Assert.Equal([new Funnel("Site", 5, 3, 1, 0)], figures.Sources);
        Assert.Equal(0.6, figures.QualifiedShare);
    }

    [Fact]
    public void Sales_are_those_closed_in_the_week_whenever_the_lead_came()
    {
        var figures = Of(
            Facts.Lead(2, 10).Sold(Facts.At(15, 23, 59), 20_000_00),
            Facts.Lead(9, 10).Sold(Facts.At(12, 10), 50_000_50),
            Facts.Lead(9, 10).Sold(Facts.At(16, 0), 70_000_00)
        );

        Assert.Equal(new Sales(2, 70_000_50), figures.Won);
    }

    [Fact]
    public void The_week_stands_against_the_week_before()
    {
        var figures = Of(
            Facts.Lead(9, 10, 2),
            Facts.Lead(9, 10, 4),
            Facts.Lead(9, 10, 4).Sold(Facts.At(10, 10), 1),
            Facts.Lead(2, 10, 5),
            Facts.Lead(3, 10, 7)
        );

        Assert.Equal(new WeekChange(1, 0.5, 0.5, TimeSpan.FromMinutes(-2), 1), figures.Change);
    }

    [Fact]
    public void Nothing_the_week_before_is_nothing_to_compare_with()
    {
        var figures = Of(Facts.Lead(9, 10), Facts.Lead(1, 23));

        Assert.Equal(new WeekChange(null, null, null, null, null), figures.Change);
    }

    private static WeeklyFigures Of(params LeadFacts[] leads) => WeeklyFigures.From(leads, Facts.Week, Facts.Sla);
}
