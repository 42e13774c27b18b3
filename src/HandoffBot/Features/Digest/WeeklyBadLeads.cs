using HandoffBot.Domain.Digests;
using HandoffBot.Resources;

namespace HandoffBot.Features.Digest;

/// <summary>The bad leads of the week: why, and where they came from.</summary>
internal static class WeeklyBadLeads
{
    private const int ReasonsTold = 3;
    private const int PlacesTold = 2;

    public static IEnumerable<string> Lines(WeeklyFigures figures, Wording wording)
    {
        if (figures.Bad == 0)
        {
            return [wording["Digest.BadNone"]];
        }

        return
        [
            wording.Say("Digest.BadLine", figures.Bad, wording.Share(figures.BadShare), Reasons(figures, wording)),
            wording.Say("Digest.BadBySource", Places(figures.Sources, s => DigestWords.Clipped(s.Name ?? ""), wording)),
            wording.Say("Digest.BadByCampaign", Places(figures.Campaigns, c => wording.Campaign(c.Name), wording)),
        ];
    }

    private static string Reasons(WeeklyFigures figures, Wording wording)
    {
        var told = figures
            .BadByReason.Take(ReasonsTold)
            .Select(r => wording.Say("Digest.BadReason", wording.Reason(r.Reason), r.Count));
        return string.Join(", ", told.Concat(Rest(figures.BadByReason.Skip(ReasonsTold).Sum(r => r.Count), wording)));
    }

    private static string Places(IEnumerable<Funnel> places, Func<Funnel, string> name, Wording wording)
    {
        var bad = places.Where(p => p.Bad > 0).OrderByDescending(p => p.Bad).ThenBy(p => p.Leads).ToList();
        var told = bad.Take(PlacesTold).Select(p => wording.Say("Digest.BadOf", name(p), p.Bad, p.Leads));
        return string.Join(", ", told.Concat(Rest(bad.Skip(PlacesTold).Sum(p => p.Bad), wording)));
    }

    private static IEnumerable<string> Rest(int count, Wording wording) =>
        count > 0 ? [wording.Say("Digest.BadRest", count)] : [];
}
