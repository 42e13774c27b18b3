using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Digests;

public sealed class DailyFiguresTests
{
    private static readonly DigestPeriod Tuesday = DigestPeriod.Yesterday(Facts.At(18, 9), Facts.Moscow);

    [Fact]
    public void Yesterday_is_counted_and_the_present_is_looked_at()
    {
        var figures = Of(
            Facts.Lead(17, 10, 2),
            Facts.Lead(17, 13, 8),
            Facts.Lead(17, 13, 20),
            Facts.Lead(17, 17, claimedAfter: null),
            Facts.Lead(10, 10).Sold(Facts.At(17, 12), 120_000_00),
            Facts.Lead(18, 8, claimedAfter: null)
        );

        Assert.Equal((4, 1, 4), (figures.Leads, figures.Speed.WithinSla, figures.Speed.Judged));
        Assert.Equal(TimeSpan.FromMinutes(8), figures.Speed.Median);
        Assert.Equal([new LateHours(13, 14, 2), new LateHours(17, 18, 1)], figures.LateByHour);
        Assert.Equal((5, 2), (figures.OpenNow, figures.WaitingNow));
        Assert.Equal(new Sales(1, 120_000_00), figures.Won);
    }

    [Fact]
    public void An_open_lead_untouched_for_two_working_days_is_stuck()
    {
        var friday = Facts.Lead(13, 10) with { LastMovedAt = Facts.At(13, 10, 2) };
        var monday = Facts.Lead(12, 10) with { LastMovedAt = Facts.At(16, 18) };
        var yesterday = Facts.Lead(12, 10) with { LastMovedAt = Facts.At(17, 9) };
        var planned = friday with { CallBackAt = Facts.At(19, 10) };
        var closed = friday.Sold(Facts.At(13, 11), 1);

        var figures = Of(monday, friday, yesterday, planned, closed);

        Assert.Equal([new StuckLead(friday.Id, 3), new StuckLead(monday.Id, 2)], figures.Stuck);
    }

    [Fact]
    public void Days_the_team_does_not_work_are_not_held_against_a_lead()
    {
        var rare = new ClaimSla(new(Facts.Moscow, WeekDays.Wednesday, new(9, 0), new(18, 0)), TimeSpan.FromMinutes(5));

        var figures = DailyFigures.From([Facts.Lead(13, 10)], Tuesday, rare);

        Assert.Empty(figures.Stuck);
    }

    [Fact]
    public void Test_leads_are_left_out()
    {
        var figures = Of(Facts.Lead(17, 10, claimedAfter: null) with { IsTest = true });

        Assert.True(figures.IsEmpty);
    }

    private static DailyFigures Of(params LeadFacts[] leads) => DailyFigures.From(leads, Tuesday, Facts.Sla);
}
