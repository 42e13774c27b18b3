using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Domain.Leads;

namespace HandoffBot.Tests.Domain.Team;

public sealed class CapacityTests
{
    [Theory]
    [InlineData(14, 4, nameof(Fullness.No))]
    [InlineData(15, 0, nameof(Fullness.Open))]
    [InlineData(16, 0, nameof(Fullness.Open))]
    [InlineData(15, 5, nameof(Fullness.Open))]
    [InlineData(14, 5, nameof(Fullness.NotWorked))]
    [InlineData(14, 6, nameof(Fullness.NotWorked))]
    [InlineData(0, 0, nameof(Fullness.No))]
    public void Fifteen_open_or_five_not_worked_fill_the_hands(int open, int notWorked, string fullness) =>
        Assert.Equal(fullness, Capacity.Default.Of(new Hands(open, notWorked)).ToString());

    [Fact]
    public void No_limit_is_no_limit()
    {
        Assert.Equal(Fullness.No, Capacity.Unlimited.Of(new Hands(1000, 1000)));
        Assert.Equal(Fullness.NotWorked, new Capacity(0, 1).Of(new Hands(1000, 1)));
        Assert.Equal(Fullness.Open, new Capacity(1, 0).Of(new Hands(1, 1)));
    }

    [Fact]
    public void One_more_counts_as_not_worked_only_while_it_is()
    {
        var fresh = LeadStage.Of(LeadStatus.Claimed).Lead;
        var worked = LeadStage.Of(LeadStatus.Qualified).Lead;

        Assert.Equal(new Hands(4, 2), new Hands(3, 1).With(fresh));
        Assert.Equal(new Hands(4, 1), new Hands(3, 1).With(worked));
    }
}
