using HandoffBot.Domain.Digests;

namespace HandoffBot.Tests.Domain.Digests;

public sealed class HeatGridTests
{
    [Fact]
    public void Only_hours_with_leads_have_a_cell()
    {
        var grid = Of(Facts.Lead(9, 10, 2), Facts.Lead(9, 10, 8), Facts.Lead(10, 12, 3));

        Assert.Equal([10, 11, 12], grid.Hours);
        Assert.False(grid.HasOtherHours);
        Assert.Equal(
            [
                new HeatCell(DayOfWeek.Monday, 10, 2, TimeSpan.FromMinutes(5)),
                new HeatCell(DayOfWeek.Tuesday, 12, 1, TimeSpan.FromMinutes(3)),
            ],
            grid.Cells
        );
    }

    [Fact]
    public void A_lead_of_the_night_waits_from_the_hour_of_opening()
    {
        var grid = Of(Facts.Lead(9, 23, claimedAfter: 603));

        Assert.Equal([new HeatCell(DayOfWeek.Tuesday, 9, 1, Minutes(3))], grid.Cells);
    }

    [Fact]
    public void A_lead_claimed_before_the_opening_stays_in_its_own_hour()
    {
        var grid = Of(Facts.Lead(14, 20, claimedAfter: 30));

        Assert.Equal([new HeatCell(DayOfWeek.Saturday, 20, 1, TimeSpan.Zero)], grid.Cells);
    }

    [Fact]
    public void A_cell_nobody_answered_has_no_median()
    {
        var grid = Of(Facts.Lead(13, 17, claimedAfter: null));

        Assert.Equal([new HeatCell(DayOfWeek.Friday, 17, 1, null)], grid.Cells);
    }

    [Fact]
    public void Hours_beyond_ten_share_one_column_and_the_busiest_ten_stay()
    {
        var grid = Of([
            Facts.Lead(9, 2, 4),
            .. Enumerable.Range(9, 12).Select(hour => Facts.Lead(9, hour, 2)),
            Facts.Lead(9, 20, 6),
        ]);

        Assert.Equal(Enumerable.Range(11, 10), grid.Hours);
        Assert.Equal((true, false, true), (grid.HasEarlier, grid.HasLater, grid.HasOtherHours));
        Assert.Equal(new HeatCell(DayOfWeek.Monday, null, 3, Minutes(2)), grid.Cells[^1]);
    }

    [Fact]
    public void A_week_without_leads_has_no_hours() => Assert.Equal((0, false), (Of().Hours.Count, Of().HasOtherHours));

    [Fact]
    public void Days_stand_from_Monday_to_Sunday()
    {
        var grid = Of(Facts.Lead(15, 20, 2), Facts.Lead(14, 20, 2), Facts.Lead(10, 20, 2), Facts.Lead(9, 10, 2));

        Assert.Equal(DayOfWeek.Monday, grid.Cells[0].Day);
        Assert.Equal(DayOfWeek.Sunday, grid.Cells[^1].Day);
    }

    [Fact]
    public void Late_hours_alone_are_columns_too()
    {
        var grid = Of(Facts.Lead(14, 22, 2), Facts.Lead(14, 23, 2), Facts.Lead(14, 21, 2));

        Assert.Equal([21, 22, 23], grid.Hours);
    }

    [Fact]
    public void The_first_of_the_ten_hours_counts_as_much_as_the_others()
    {
        int[] hours = [9, 9, 9, .. Enumerable.Range(10, 9), 19, 19];

        var grid = Of([.. hours.Select(hour => Facts.Lead(9, hour))]);

        Assert.Equal(Enumerable.Range(9, 10), grid.Hours);
    }

    [Fact]
    public void The_worst_hours_are_the_shortest_stretch_with_the_most_late_claims()
    {
        var late = LateHours.By(
            [
                Facts.Lead(9, 9, 6),
                Facts.Lead(9, 13, 9),
                Facts.Lead(10, 13, 6),
                Facts.Lead(9, 14, 6),
                Facts.Lead(9, 12, 5),
            ],
            Facts.Sla,
            Facts.Week.AsOf
        );

        Assert.Equal([new LateHours(13, 14, 2), new LateHours(9, 10, 1), new LateHours(14, 15, 1)], late);
        Assert.Equal(new LateHours(13, 15, 3), LateHours.Worst(late));
    }

    [Fact]
    public void A_lead_of_the_night_left_lying_is_late_in_the_hour_of_opening()
    {
        var late = LateHours.By([Facts.Lead(9, 23, 606)], Facts.Sla, Facts.Week.AsOf);

        Assert.Equal(new LateHours(9, 10, 1), LateHours.Worst(late));
    }

    [Fact]
    public void The_last_hour_of_a_day_can_be_the_worst() =>
        Assert.Equal(new LateHours(23, 24, 2), LateHours.Worst([new LateHours(23, 24, 2), new LateHours(9, 10, 1)]));

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    private static HeatGrid Of(params LeadFacts[] leads) => HeatGrid.From(leads, Facts.Sla);
}
