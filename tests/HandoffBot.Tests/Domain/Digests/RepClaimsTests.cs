using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Team;

namespace HandoffBot.Tests.Domain.Digests;

public sealed class RepClaimsTests
{
    private static readonly PersonId Ivan = new(1);
    private static readonly PersonId Anna = new(2);

    [Fact]
    public void Each_has_a_part_of_the_claims_and_a_median_of_their_own()
    {
        var claims = RepClaims.By([(Ivan, Minutes(1)), (Anna, Minutes(9)), (Ivan, Minutes(3)), (Ivan, Minutes(20))]);

        Assert.Equal(new RepClaims(3, 0.75, Minutes(3)), claims[Ivan]);
        Assert.Equal(new RepClaims(1, 0.25, Minutes(9)), claims[Anna]);
    }

    [Fact]
    public void Without_claims_there_is_nobody_to_compare() => Assert.Empty(RepClaims.By([]));

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
