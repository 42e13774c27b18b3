using SkiaSharp;

namespace HandoffBot.Features.Digest.Drawing;

/// <summary>Weekdays by hours, each cell coloured by how long leads waited.</summary>
internal static class HeatBlock
{
    private const float Gap = 4;
    private const float Pitch = 52;
    private const float WidestPitch = 76;

    /// <returns>The lower edge.</returns>
    public static float Draw(HeatChart chart, Brush brush, float left, float right, float top)
    {
        brush.Text(chart.Title, new(left, top), right - left, Palette.Ink, isBold: true);
        if (chart.Rows.Count == 0 || chart.Columns.Count == 0)
        {
            brush.Text(chart.Empty, new(left, top + 58), right - left, Palette.Faint);
            return top + 68;
        }

        var labels = chart.Rows.Max(r => brush.Measure(r.Label));
        var start = left + labels + 16;
        var pitch = Math.Min((right - start) / chart.Columns.Count, WidestPitch);
        for (var column = 0; column < chart.Columns.Count; column++)
        {
            var middle = start + (column * pitch) + ((pitch - Gap) / 2);
            brush.Text(
                chart.Columns[column],
                new(middle, top + 54),
                pitch - 2,
                Palette.Faint,
                align: SKTextAlign.Center
            );
        }

        for (var row = 0; row < chart.Rows.Count; row++)
        {
            DrawRow(chart.Rows[row], brush, new(start, top + 68 + (row * Pitch)), pitch, labels);
        }

        return top + 68 + (chart.Rows.Count * Pitch) - Gap;
    }

    private static void DrawRow(HeatRow row, Brush brush, SKPoint at, float pitch, float labels)
    {
        brush.Text(row.Label, new(at.X - 16, at.Y + 34), labels + 1, Palette.Faint, align: SKTextAlign.Right);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var place = SKRect.Create(at.X + (i * pitch), at.Y, pitch - Gap, Pitch - Gap);
            brush.Box(place, row.Cells[i] is { } mark ? Palette.Of(mark.Warmth) : Palette.Tile, 6);
            if (row.Cells[i] is { } shown)
            {
                brush.Text(shown.Text, new(place.MidX, at.Y + 34), place.Width, Palette.Ink, align: SKTextAlign.Center);
            }
        }
    }
}
