using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Resources;

namespace HandoffBot.Features.Digest;

/// <summary>Phrases that the picture, its caption and the daily digest share.</summary>
internal static class DigestWords
{
    private const int LongestName = 40;
    private const double LargestPercent = 1;
    private const int FewestForPercent = 10;
    private const string Minus = "\u2212";

    public static string Share(this Wording wording, double? share) => wording.Percent((decimal)(share ?? 0));

    /// <summary>As it stands inside a sentence.</summary>
    public static string Reason(this Wording wording, RejectReason reason) => wording[$"Digest.Reason{reason}"];

    /// <summary>Quoted and cut, or the words for having none.</summary>
    public static string Campaign(this Wording wording, string? name) =>
        name is null ? wording["Digest.CampaignNone"] : wording.Quoted(OutsideText.Isolate(CampaignName(name)));

    /// <summary>A campaign's code comes from outside with the lead: masked as in any group, and cut.</summary>
    public static string CampaignName(string name) => Clipped(ContactMask.Text(name));

    /// <param name="longest">In letters as people count them; an emoji of many parts is one, up to two units each.</param>
    public static string Clipped(string name, int longest = LongestName)
    {
        var elements = new StringInfo(name.ReplaceLineEndings(" ").Trim());
        if (elements.LengthInTextElements <= longest && elements.String.Length <= 2 * longest)
        {
            return elements.String;
        }

        var kept = Math.Min(longest, elements.LengthInTextElements) - 1;
        while (kept > 0 && elements.SubstringByTextElements(0, kept).Length >= 2 * longest)
        {
            kept--;
        }

        return (kept > 0 ? elements.SubstringByTextElements(0, kept).TrimEnd() : "") + "\u2026";
    }

    /// <summary>With a large letter, as it stands alone.</summary>
    public static string Alone(this Wording wording, string text) =>
        text.Length == 0 ? text : char.ToUpper(text[0], wording.Culture) + text[1..];

    /// <summary>In percent, or in leads after so small a week that percents would shout; null without a comparison.</summary>
    public static string? LeadsChange(this Wording wording, WeeklyFigures figures) =>
        figures.Change is not { Leads: { } share, LeadsBy: { } by } ? null
        : TellsInPercent(figures) ? wording.Change((decimal)share)
        : wording.Signed(by);

    public static bool TellsInPercent(WeeklyFigures figures) =>
        figures.Change.Leads is <= LargestPercent && figures.Leads - figures.Change.LeadsBy >= FewestForPercent;

    public static string? SlaChange(this Wording wording, WeekChange change) =>
        change.SlaShare is { } points ? wording.Points((decimal)points) : null;

    public static string? WonChange(this Wording wording, WeekChange change) =>
        change.Won is { } won ? wording.Signed(won) : null;

    public static string? MedianChange(this Wording wording, WeekChange change) =>
        change.Median is not { } median ? null
        : median.Duration() < TimeSpan.FromSeconds(1) ? wording["Digest.NoChange"]
        : (median < TimeSpan.Zero ? Minus : "+") + wording.Duration(median.Duration());

    /// <summary>The change in brackets, where there is one.</summary>
    public static string With(this Wording wording, string figure, string? change) =>
        change is null ? figure : wording.Say("Digest.WithChange", figure, change);

    /// <summary>The dates of the week, or for the first one since when it counts.</summary>
    public static string Dates(this Wording wording, DigestPeriod week, DateOnly? since) =>
        since > week.First
            ? wording.Say("Digest.Since", wording.Date(since.Value))
            : wording.Dates(week.First, week.Last);
}
