using SkiaSharp;

namespace HandoffBot.Features.Digest.Drawing;

/// <summary>A bar for each campaign: its leads, the qualified among them, the won among those.</summary>
internal static class FunnelBlock
{
    private const float Row = 60;
    private const float Thickness = 38;
    private const float Gap = 14;
    private const float ShareWidth = 100;
    private const string Arrow = " \u2192 ";

    /// <returns>The lower edge.</returns>
    public static float Draw(FunnelChart chart, Brush brush, float left, float right, float top)
    {
        DrawLegend(chart, brush, left, right, top);
        if (chart.Bars.Count == 0)
        {
            brush.Text(chart.Empty, new(left, top + 58), right - left, Palette.Faint);
            return top + 68;
        }

        var names = Math.Min(chart.Bars.Max(b => brush.Measure(b.Name)), 300);
        var figures = chart.Bars.Max(b => brush.Measure(Figures(b)));
        var start = left + names + 20;
        var scale = (right - ShareWidth - Gap - figures - Gap - start) / Math.Max(chart.Bars.Max(b => b.Leads), 1);
        for (var i = 0; i < chart.Bars.Count; i++)
        {
            var (bar, y) = (chart.Bars[i], top + 28 + (i * Row));
            brush.Text(bar.Name, new(left, y + 28), names, Palette.Ink);
            DrawBar(bar, brush, new(start, y), scale);
            brush.Text(Figures(bar), new(start + (bar.Leads * scale) + Gap, y + 28), figures + 1, Palette.Ink);
            brush.Text(
                bar.Share,
                new(right, y + 28),
                ShareWidth,
                Palette.Of(bar.Tone),
                isBold: bar.Tone is not Tone.Neutral,
                align: SKTextAlign.Right
            );
        }

        return top + 28 + (chart.Bars.Count * Row) - (Row - Thickness);
    }

    private static void DrawLegend(FunnelChart chart, Brush brush, float left, float right, float top)
    {
        SKColor[] colors = [Palette.Leads, Palette.Qualified, Palette.Won];
        var x = left;
        foreach (var (word, color) in chart.Legend.Zip(colors))
        {
            brush.Box(SKRect.Create(x, top - 22, 24, 24), color, 5);
            x += 34;
            x += brush.Text(word, new(x, top), right - x, Palette.Ink, isBold: true) + 30;
        }

        if (chart.Bars.Count > 0 && x + brush.Measure(chart.ShareTitle) <= right)
        {
            brush.Text(chart.ShareTitle, new(right, top), right - x, Palette.Faint, align: SKTextAlign.Right);
        }
    }

    private static void DrawBar(FunnelBar bar, Brush brush, SKPoint at, float scale)
    {
        foreach (
            var (count, color) in (ReadOnlySpan<(int, SKColor)>)
                [(bar.Leads, Palette.Leads), (bar.Qualified, Palette.Qualified), (bar.Won, Palette.Won)]
        )
        {
            if (count > 0)
            {
                brush.Box(SKRect.Create(at.X, at.Y, Math.Max(count * scale, 5), Thickness), color, 6);
            }
        }
    }

    private static string Figures(FunnelBar bar) =>
        string.Create(CultureInfo.InvariantCulture, $"{bar.Leads}{Arrow}{bar.Qualified}{Arrow}{bar.Won}");
}
