using HandoffBot.Domain.Digests;
using HandoffBot.Resources;

namespace HandoffBot.Features.Digest;

/// <summary>Which campaign brought the best leads of the week, and which the worst.</summary>
internal static class WeeklyCampaigns
{
    /// <summary>Fewer leads say nothing about a campaign.</summary>
    public const int EnoughLeads = 5;

    /// <summary>Null unless two campaigns of some size can be told apart.</summary>
    public static string? BestAndWorst(WeeklyFigures figures, Wording wording)
    {
        var known = figures.Campaigns.Where(c => c.Name is not null && c.Leads >= EnoughLeads).ToList();
        var best = known.MaxBy(c => c.QualifiedShare);
        var worst = known.MinBy(c => c.QualifiedShare);
        if (best is null || worst is null || best.QualifiedShare - worst.QualifiedShare < 0.01)
        {
            return null;
        }

        var up = wording.Say("Digest.BestCampaign", wording.Campaign(best.Name), wording.Share(best.QualifiedShare));
        var down = wording.Say(
            "Digest.WorstCampaign",
            wording.Campaign(worst.Name),
            wording.Share(worst.QualifiedShare)
        );
        return $"{up} \u00b7 {down}";
    }
}
