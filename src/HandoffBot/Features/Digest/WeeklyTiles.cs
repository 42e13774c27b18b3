using HandoffBot.Domain.Digests;
using HandoffBot.Features.Digest.Drawing;
using HandoffBot.Resources;

namespace HandoffBot.Features.Digest;

/// <summary>The four figures on top of the picture.</summary>
internal static class WeeklyTiles
{
    private const string Nothing = "\u2013";

    public static IReadOnlyList<Tile> Of(WeeklyFigures figures, Wording wording)
    {
        var (speed, change, won) = (figures.Speed, figures.Change, figures.Won);
        string Compared(string? text) => text ?? wording["Digest.NoComparison"];
        return
        [
            new(
                wording["Digest.TileLeads"],
                wording.Number(figures.Leads),
                Compared(wording.LeadsChange(figures)),
                ToneOf(change.Leads, 0.005)
            ),
            new(
                wording["Digest.TileSla"],
                speed.Share is { } share ? wording.Share(share) : Nothing,
                Compared(wording.SlaChange(change)),
                ToneOf(change.SlaShare, 0.005)
            ),
            new(
                wording["Digest.TileMedian"],
                speed.Median is { } median ? wording.Duration(median) : Nothing,
                Compared(wording.MedianChange(change)),
                ToneOf(-change.Median?.TotalSeconds, 1)
            ),
            new(
                wording["Digest.TileWon"],
                wording.Number(won.Count),
                change.Won is 0 ? wording["Digest.NoChange"] : Compared(wording.WonChange(change)),
                ToneOf(change.Won, 1),
                won.SumMinor > 0 ? wording.Money(won.SumMinor) : null
            ),
        ];
    }

    private static Tone ToneOf(double? better, double noticeable) =>
        better >= noticeable ? Tone.Good
        : better <= -noticeable ? Tone.Bad
        : Tone.Neutral;
}
