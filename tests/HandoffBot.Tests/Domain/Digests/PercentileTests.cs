using HandoffBot.Domain.Digests;

namespace HandoffBot.Tests.Domain.Digests;

public sealed class PercentileTests
{
    [Theory]
    [InlineData(new[] { 7.0 }, 0.9, 7.0)]
    [InlineData(new[] { 4.0, 1.0 }, 0.5, 2.5)]
    [InlineData(new[] { 5.0, 1.0, 3.0 }, 0.5, 3.0)]
    [InlineData(new[] { 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0 }, 0.9, 91.0)]
    [InlineData(new[] { 1.0, 2.0 }, 0.0, 1.0)]
    [InlineData(new[] { 1.0, 2.0 }, 1.0, 2.0)]
    public void A_quantile_lies_between_its_two_nearest_values(double[] minutes, double share, double expected)
    {
        var found = Percentile.Of(minutes.Select(m => TimeSpan.FromMinutes(m)), share);

        Assert.Equal(TimeSpan.FromMinutes(expected), found);
    }

    [Fact]
    public void Nothing_has_no_median() => Assert.Null(Percentile.Median([]));

    [Fact]
    public void A_share_beyond_the_whole_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentile.Of([TimeSpan.Zero], 90));
}
