using HandoffBot.Domain.Digests;
using HandoffBot.Resources;

namespace HandoffBot.Features.Digest;

/// <summary>The week in one line: what a notification shows of it.</summary>
internal static class WeeklyHeadline
{
    private const double NoticeableDrop = 0.05;

    public static string Of(WeeklyFigures figures, Wording wording) =>
        Speed(figures, wording) is { } speed ? $"{Leads(figures, wording)}, {speed}" : Leads(figures, wording);

    private static string Leads(WeeklyFigures figures, Wording wording)
    {
        if (figures.Leads == 0)
        {
            return wording["Digest.HeadlineNone"];
        }

        return (DigestWords.TellsInPercent(figures) ? figures.Change.Leads : null) switch
        {
            >= 0.005 and var more => wording.Say("Digest.More", wording.Share(more)),
            <= -0.005 and var fewer => wording.Say("Digest.Fewer", wording.Share(-fewer)),
            _ => wording.Say("Digest.HeadlineLeads", figures.Leads),
        };
    }

    private static string? Speed(WeeklyFigures figures, Wording wording) =>
        figures.Change.Median switch
        {
            // Those who were served were served quickly; the headline is those who were not.
            _ when figures is { Change.SlaShare: <= -NoticeableDrop, Speed.Share: { } less } => wording.Say(
                "Digest.HeadlineSla",
                wording.Share(less)
            ),
            { TotalSeconds: <= -1 } faster => wording.Say("Digest.HeadlineFaster", -faster),
            { TotalSeconds: >= 1 } slower => wording.Say("Digest.HeadlineSlower", slower),
            _ when figures.Speed.Share is { } share => wording.Say("Digest.HeadlineSla", wording.Share(share)),
            _ => null,
        };
}
