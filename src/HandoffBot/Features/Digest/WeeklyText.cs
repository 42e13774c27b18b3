using HandoffBot.Domain.Digests;
using HandoffBot.Resources;

namespace HandoffBot.Features.Digest;

/// <summary>The caption under the weekly picture, or all of the summary where no picture can be drawn.</summary>
internal static class WeeklyText
{
    /// <summary>What Telegram takes as a caption, in UTF-16 units.</summary>
    public const int LongestCaption = 1024;

    /// <param name="since">When the team's first week began later than its Monday.</param>
    /// <returns>Up to eight lines; the first is the headline, the last the one step.</returns>
    public static IReadOnlyList<string> Lines(WeeklyFigures figures, Wording wording, DateOnly? since = null)
    {
        string headline = wording.Say(
            "Digest.HeadlineDates",
            WeeklyHeadline.Of(figures, wording),
            wording.Dates(figures.Week, since)
        );
        string?[] middle =
            figures.Leads == 0
                ? [wording.Alone(Sales(figures, wording))]
                :
                [
                    Speed(figures, wording),
                    $"{Qualified(figures, wording)}, {Sales(figures, wording)}",
                    WeeklyCampaigns.BestAndWorst(figures, wording),
                    .. WeeklyBadLeads.Lines(figures, wording),
                ];
        return Bounded([headline, .. middle.OfType<string>(), WeeklyStep.Of(figures, wording)]);
    }

    private static string Speed(WeeklyFigures figures, Wording wording)
    {
        var change = figures.Change;
        var leads = wording.Say("Digest.SpeedLeads", figures.Leads);
        var within = figures.Speed.Share is { } share ? wording.Say("Digest.SpeedWithin", wording.Share(share)) : null;
        string?[] parts =
        [
            wording.With(leads, wording.LeadsChange(figures)),
            within is null ? null : wording.With(within, wording.SlaChange(change)),
            figures.Speed.Median is { } median ? wording.Say("Digest.SpeedMedian", median) : null,
            figures.Speed.P90 is { } ninety ? wording.Say("Digest.SpeedNinety", ninety) : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Qualified(WeeklyFigures figures, Wording wording) =>
        figures.Qualified == 0
            ? wording["Digest.QualifiedNone"]
            : wording.Say("Digest.QualifiedLine", figures.Qualified, wording.Share(figures.QualifiedShare));

    private static string Sales(WeeklyFigures figures, Wording wording)
    {
        var won = figures.Won;
        var count = wording.With(
            wording.Number(won.Count),
            figures.Change.Won is 0 ? null : wording.WonChange(figures.Change)
        );
        return won.SumMinor == 0
            ? wording.Say("Digest.WonLine", count)
            : wording.Say("Digest.WonLineSum", count, wording.Money(won.SumMinor));
    }

    private static List<string> Bounded(List<string> lines)
    {
        // The first line and the step stay; what is the least missed stands last but one.
        while (lines.Count > 2 && lines.Sum(l => l.Length + 1) - 1 > LongestCaption)
        {
            lines.RemoveAt(lines.Count - 2);
        }

        return lines;
    }
}
