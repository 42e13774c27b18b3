using HandoffBot.Domain.Leads;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "anna", 4)]
    [InlineData("a", "a", 0)]
    [InlineData("anna", "anna", 0)]
    [InlineData("anna", "ana", 1)]
    [InlineData("anna", "hanna", 1)]
    [InlineData("anna", "anya", 1)]
    [InlineData("anna", "nana", 1)]
    [InlineData("ab", "ba", 1)]
    [InlineData("peter", "petre", 1)]
    [InlineData("peter", "ptere", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abc", "xyz", 3)]
    public void Letters_left_out_added_exchanged_or_turned_count_one_each(string one, string other, int wrong)
    {
        Assert.Equal(wrong, EditDistance.Of(one, other));
        Assert.Equal(wrong, EditDistance.Of(other, one));
    }
}
