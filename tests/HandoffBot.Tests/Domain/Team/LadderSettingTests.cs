using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Team;

public sealed class LadderSettingTests
{
    [Fact]
    public void Five_numbers_name_the_offer_to_the_next_in_turn_and_four_do_not()
    {
        var with = TeamSettingReader.Ladder("3 5 7 10 30", Ladder.Default)!;
        var without = TeamSettingReader.Ladder("2/4/8/20", with)!;

        Assert.Equal((7d, 10d), (with.Next!.Value.TotalMinutes, with.Manager.TotalMinutes));
        Assert.Null(without.Next);
        Assert.Equal((2d, 20d), (without.Remind.TotalMinutes, without.ManagerRepeat.TotalMinutes));
    }

    [Theory]
    [InlineData("3 5 5 10 30")]
    [InlineData("3 5 10")]
    [InlineData("1 2 3 4 5 6")]
    [InlineData("0 5 10 30")]
    [InlineData("3 5 10 0")]
    public void What_does_not_rise_or_is_nothing_is_not_read(string said) =>
        Assert.Null(TeamSettingReader.Ladder(said, Ladder.Default));

    [Theory]
    [InlineData("urgent 1 2 5 15", "High", "1 2 5 15")]
    [InlineData("Срочные: 1 2 5 15", "High", "1 2 5 15")]
    [InlineData("low 10 30 60 60", "Low", "10 30 60 60")]
    [InlineData("несрочные 10 30 60 60", "Low", "10 30 60 60")]
    public void Whose_minutes_are_meant_stands_in_front(string said, string priority, string minutes) =>
        Assert.Equal((Enum.Parse<LeadPriority>(priority), minutes), TeamSettingReader.OfPriority(said));

    [Theory]
    [InlineData("3 5 10 30")]
    [InlineData("urgent")]
    [InlineData("sometimes 3 5 10 30")]
    public void Other_words_mean_nobody(string said) => Assert.Null(TeamSettingReader.OfPriority(said));
}
