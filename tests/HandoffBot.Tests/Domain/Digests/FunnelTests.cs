using HandoffBot.Domain.Digests;

namespace HandoffBot.Tests.Domain.Digests;

public sealed class FunnelTests
{
    [Fact]
    public void Most_leads_stand_first_then_the_better_ones_then_names_in_order_and_the_nameless_last()
    {
        LeadFacts[] leads = [Lead(null), Lead("b"), Lead("a"), Lead("good", isGood: true), Lead("many"), Lead("many")];

        var funnels = Funnel.By(leads, l => l.Campaign);

        Assert.Equal(["many", "good", "a", "b", null], funnels.Select(f => f.Name));
        Assert.Equal([2, 1, 1, 1, 1], funnels.Select(f => f.Leads));
    }

    [Fact]
    public void A_share_is_of_the_leads_and_of_none_it_is_nought()
    {
        Assert.Equal(0.25, new Funnel("a", 4, 1, 0, 2).QualifiedShare);
        Assert.Equal(0, new Funnel("a", 0, 0, 0, 0).QualifiedShare);
    }

    private static LeadFacts Lead(string? campaign, bool isGood = false) =>
        Facts.Lead(9, 10, campaign: campaign) with
        {
            WasQualified = isGood,
        };
}
