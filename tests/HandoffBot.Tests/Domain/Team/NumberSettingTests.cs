using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

/// <summary>What a team sets in numbers: how many leads one carries, how long an offer stands, how long a lead takes up another inquiry.</summary>
public sealed class NumberSettingTests
{
    [Fact]
    public void The_largest_that_can_be_set_is_taken_and_one_more_is_not()
    {
        Assert.Equal(new Capacity(999, 999), TeamSettingReader.Capacity("999 999"));
        Assert.Equal(TimeSpan.FromMinutes(60), TeamSettingReader.OfferFor("60"));
        Assert.Equal(366, TeamSettingReader.JoinsWithinDays("366"));
        Assert.Null(TeamSettingReader.Capacity("1000 5"));
        Assert.Null(TeamSettingReader.OfferFor("61"));
        Assert.Null(TeamSettingReader.JoinsWithinDays("367"));
    }
}
