using HandoffBot.Domain.Digests;

namespace HandoffBot.Tests.Domain.Digests;

public sealed class DigestPeriodTests
{
    [Theory]
    [InlineData("2026-11-16T06:00:00Z")] // Monday 9:00 in Moscow
    [InlineData("2026-11-15T21:00:00Z")] // Monday 0:00 in Moscow, still Sunday in Greenwich
    [InlineData("2026-11-22T20:59:59Z")] // the last second of Sunday
    public void The_week_before_is_the_one_that_closed_on_the_last_Sunday(string asOf)
    {
        var week = DigestPeriod.WeekBefore(DateTimeOffset.Parse(asOf, CultureInfo.InvariantCulture), Facts.Moscow);

        Assert.Equal((new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 15)), (week.First, week.Last));
        Assert.Equal((Facts.At(9, 0), Facts.At(16, 0)), (week.Start, week.End));
    }

    [Fact]
    public void The_period_before_has_as_many_days_and_is_seen_as_long_after_its_end()
    {
        var before = Facts.Week.Previous();

        Assert.Equal((new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 8)), (before.First, before.Last));
        Assert.Equal(Facts.At(9, 9), before.AsOf);
    }

    [Fact]
    public void A_week_in_which_clocks_are_turned_is_an_hour_longer()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        var week = DigestPeriod.WeekBefore(new DateTimeOffset(2026, 10, 26, 8, 0, 0, TimeSpan.Zero), berlin);

        Assert.Equal(TimeSpan.FromHours(169), week.End - week.Start);
    }

    [Fact]
    public void A_midnight_that_the_zone_skips_does_not_stop_the_digest()
    {
        var beirut = TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut");

        var day = DigestPeriod.Yesterday(new DateTimeOffset(2026, 3, 30, 6, 0, 0, TimeSpan.Zero), beirut);

        Assert.Equal(new DateOnly(2026, 3, 29), day.First);
        Assert.Equal(TimeSpan.FromHours(23), day.End - day.Start);
    }

    [Fact]
    public void Midnight_belongs_to_the_day_it_begins()
    {
        var day = DigestPeriod.Yesterday(Facts.At(17, 9), Facts.Moscow);

        Assert.True(day.Contains(Facts.At(16, 0)));
        Assert.False(day.Contains(Facts.At(17, 0)));
        Assert.False(day.Contains(null));
    }
}
