using HandoffBot.Domain.Digests;
using HandoffBot.Features.Digest.Drawing;
using HandoffBot.Resources;

namespace HandoffBot.Features.Digest;

/// <summary>Puts the week's figures into words and places, ready to be drawn.</summary>
internal static class WeeklyLayout
{
    private const int BarsShown = 6;

    /// <summary>The dates must stay in sight behind it.</summary>
    private const int LongestTeam = 24;

    /// <param name="team">The team's name.</param>
    /// <param name="since">When the team's first week began later than its Monday.</param>
    public static WeeklySheet Of(WeeklyFigures figures, string team, Wording wording, DateOnly? since = null) =>
        new()
        {
            Title = wording.Say(
                "Digest.WeekTitle",
                DigestWords.Clipped(team, LongestTeam),
                wording.Dates(figures.Week, since)
            ),
            Subtitle = WeeklyHeadline.Of(figures, wording),
            Tiles = WeeklyTiles.Of(figures, wording),
            Funnel = new(
                [wording["Digest.LegendLeads"], wording["Digest.LegendQualified"], wording["Digest.LegendWon"]],
                wording["Digest.ShareOfQualified"],
                Bars(figures, wording),
                wording["Digest.FunnelNone"]
            ),
            Reasons = Reasons(figures, wording),
            Heat = HeatLayout.Of(figures, wording),
            Footer = Footer(figures.Week, wording),
        };

    private static List<FunnelBar> Bars(WeeklyFigures figures, Wording wording)
    {
        var all = figures.Campaigns;
        var shown = all.Count <= BarsShown ? all.Count : BarsShown - 1;
        var bars = all.Take(shown).Select(c => Bar(c, NameOf(c, wording), figures, wording)).ToList();
        if (all.Count > shown)
        {
            var rest = all.Skip(shown).ToList();
            var sum = new Funnel(null, rest.Sum(c => c.Leads), rest.Sum(c => c.Qualified), rest.Sum(c => c.Won), 0);
            bars.Add(Bar(sum, wording.Say("Digest.CampaignRest", rest.Count), figures, wording));
        }

        return bars;
    }

    private static FunnelBar Bar(Funnel funnel, string name, WeeklyFigures figures, Wording wording)
    {
        var against = figures.QualifiedShare is > 0 and var all ? funnel.QualifiedShare / all : 1;
        var tone =
            funnel.Leads < WeeklyCampaigns.EnoughLeads
                ? Tone.Neutral
                : against switch
                {
                    >= 1.1 => Tone.Good,
                    <= 0.7 => Tone.Bad,
                    _ => Tone.Neutral,
                };
        return new(name, funnel.Leads, funnel.Qualified, funnel.Won, wording.Share(funnel.QualifiedShare), tone);
    }

    private static string NameOf(Funnel campaign, Wording wording) =>
        campaign.Name is { } name ? DigestWords.CampaignName(name) : wording.Alone(wording["Digest.CampaignNone"]);

    private static ReasonChart Reasons(WeeklyFigures figures, Wording wording)
    {
        var bars = figures.BadByReason.Select(r => new ReasonBar(
            wording.Alone(wording.Reason(r.Reason)),
            r.Count,
            BadReason.SpeaksAgainstSource(r.Reason)
        ));
        var title =
            figures.Bad == 0
                ? wording["Digest.BadTitleNone"]
                : wording.Say("Digest.BadTitle", figures.Bad, wording.Share(figures.BadShare));
        return new(title, [.. bars], wording["Digest.BadNone"], wording["Digest.BadApart"]);
    }

    private static string Footer(DigestPeriod week, Wording wording) =>
        $"HandoffBot \u00b7 {wording.Date(wording.Day(week.AsOf))} {wording.Clock(week.AsOf)}";
}
