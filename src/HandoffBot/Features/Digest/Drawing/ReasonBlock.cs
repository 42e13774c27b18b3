using SkiaSharp;

namespace HandoffBot.Features.Digest.Drawing;

/// <summary>A bar for each reason that leads were rejected for.</summary>
internal static class ReasonBlock
{
    private const float Row = 52;

    /// <returns>The lower edge.</returns>
    public static float Draw(ReasonChart chart, Brush brush, float left, float right, float top)
    {
        brush.Text(chart.Title, new(left, top), right - left, Palette.Ink, isBold: true);
        if (chart.Bars.Count == 0)
        {
            brush.Text(chart.Empty, new(left, top + 58), right - left, Palette.Faint);
            return top + 68;
        }

        var names = Math.Min(chart.Bars.Max(b => brush.Measure(b.Name)), 280);
        var counts = chart.Bars.Max(b => brush.Measure(Count(b)));
        var start = left + names + 20;
        var room = right - counts - 16 - start;
        for (var i = 0; i < chart.Bars.Count; i++)
        {
            var (bar, y) = (chart.Bars[i], top + 38 + (i * Row));
            brush.Text(bar.Name, new(left, y + 24), names, Palette.Ink);
            brush.Box(SKRect.Create(start, y, room, 28), Palette.Rail, 8);
            brush.Box(
                SKRect.Create(start, y, Math.Max(room * bar.Count / chart.Bars.Max(b => b.Count), 16), 28),
                bar.AgainstSource ? Palette.AgainstSource : Palette.CountedApart,
                8
            );
            brush.Text(Count(bar), new(right, y + 24), counts + 1, Palette.Faint, align: SKTextAlign.Right);
        }

        var end = top + 38 + (chart.Bars.Count * Row) - 24;
        if (chart.Bars.All(b => b.AgainstSource))
        {
            return end;
        }

        brush.Box(SKRect.Create(left, end + 26, 24, 24), Palette.CountedApart, 5);
        brush.Text(chart.Apart, new(left + 34, end + 48), right - left - 34, Palette.Faint);
        return end + 52;
    }

    private static string Count(ReasonBar bar) => bar.Count.ToString(CultureInfo.InvariantCulture);
}
