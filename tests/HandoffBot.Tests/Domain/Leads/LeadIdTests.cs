using HandoffBot.Domain.Leads;

namespace HandoffBot.Tests.Domain.Leads;

public sealed class LeadIdTests
{
    [Theory]
    [InlineData("L-1042", 1042L)]
    [InlineData(" l1042 ", 1042L)]
    [InlineData("1", 1L)]
    [InlineData("L\u20111042", 1042L)]
    [InlineData("0", null)]
    [InlineData("L-0", null)]
    [InlineData("-", null)]
    [InlineData("K-1", null)]
    [InlineData("1 2", null)]
    [InlineData("99999999999999999999", null)]
    public void A_number_is_read_as_people_type_it(string text, long? number) =>
        Assert.Equal(number, LeadId.Parse(text)?.Value);
}
