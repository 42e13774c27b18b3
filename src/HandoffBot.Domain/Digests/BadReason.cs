using HandoffBot.Domain.Leads;

namespace HandoffBot.Domain.Digests;

/// <summary>How many leads were rejected for one reason, and the campaign most of them came from.</summary>
/// <param name="Campaign">Null when the largest part carried no campaign.</param>
/// <param name="InCampaign">How many of them that campaign brought.</param>
internal sealed record BadReason(RejectReason Reason, int Count, string? Campaign, int InCampaign)
{
    /// <summary>Duplicates and people who never answered are counted, but are not the source's fault.</summary>
    public static bool SpeaksAgainstSource(RejectReason? reason) =>
        reason
            is RejectReason.Spam
                or RejectReason.NotACustomer
                or RejectReason.NotOurArea
                or RejectReason.WrongProduct;

    /// <summary>The commonest first, "other" last among equals.</summary>
    public static IReadOnlyList<BadReason> By(IEnumerable<LeadFacts> leads) =>
        [
            .. leads
                .Where(l => l.IsBad)
                .GroupBy(l => l.RejectReason ?? RejectReason.Other)
                .Select(Of)
                .OrderByDescending(r => r.Count)
                .ThenBy(r => r.Reason),
        ];

    private static BadReason Of(IGrouping<RejectReason, LeadFacts> group)
    {
        var most = group
            .GroupBy(l => l.Campaign)
            .OrderByDescending(c => c.Count())
            .ThenBy(c => c.Key, StringComparer.Ordinal)
            .First();
        return new(group.Key, group.Count(), most.Key, most.Count());
    }
}
