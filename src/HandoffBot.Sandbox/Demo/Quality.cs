using HandoffBot.Domain.Leads;

namespace HandoffBot.Sandbox.Demo;

/// <summary>How good the leads of a campaign are: of a hundred, so many are bad, so many qualify, so many of those buy.</summary>
internal sealed record Quality(int Share, int Bad, int Qualified, int Won, IReadOnlyList<RejectReason> Reasons)
{
    /// <summary>A good campaign, an average one, one of bad leads, and those who come without any; as in the texts' order.</summary>
    public static IReadOnlyList<Quality> OfCampaigns { get; } =
    [
        new(42, 9, 58, 34, [RejectReason.NotOurArea, RejectReason.Duplicate]),
        new(26, 20, 42, 24, [RejectReason.WrongProduct, RejectReason.NotOurArea, RejectReason.Duplicate]),
        new(
            20,
            52,
            18,
            10,
            [RejectReason.NotOurArea, RejectReason.NotOurArea, RejectReason.Spam, RejectReason.NotACustomer]
        ),
        new(12, 12, 50, 30, [RejectReason.Spam, RejectReason.WrongProduct]),
    ];

    /// <summary>One of the campaigns, by its share.</summary>
    public static int Pick(Random random)
    {
        var left = random.Next(OfCampaigns.Sum(q => q.Share));
        var index = 0;
        while (left >= OfCampaigns[index].Share)
        {
            left -= OfCampaigns[index++].Share;
        }

        return index;
    }
}
