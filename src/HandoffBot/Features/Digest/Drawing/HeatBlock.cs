using SkiaSharp;

namespace HandoffBot.Features.Digest.Drawing;

/// <summary>Weekdays by hours, each cell coloured by how long leads waited.</summary>
internal static class HeatBlock
{
    private const float Gap = 4;
    private const float Pitch = 52;
    private const float WidestPitch = 76;
    private const float HeadingRoom = 12;

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
        var columns = Columns(chart, brush, start, right);
        for (var column = 0; column < columns.Length; column++)
        {
            var (from, width) = columns[column];
            brush.Text(
                chart.Columns[column],
                new(from + (width / 2), top + 54),
                width + Gap - 2,
                Palette.Faint,
                align: SKTextAlign.Center
            );
        }

        for (var row = 0; row < chart.Rows.Count; row++)
        {
            DrawRow(chart.Rows[row], brush, new(start, top + 68 + (row * Pitch)), columns, labels);
        }

        return Legend(chart, brush, left, right, top + 68 + (chart.Rows.Count * Pitch) - Gap);
    }

    /// <summary>All as wide as there is room for; a heading that needs more than an hour's two digits gets it.</summary>
    internal static (float From, float Width)[] Columns(HeatChart chart, Brush brush, float start, float right)
    {
        var even = (right - start) / chart.Columns.Count;
        var widths = chart
            .Columns.Select(c => brush.Measure(c))
            .Select(w => w > even - Gap ? w + HeadingRoom : 0)
            .ToList();
        var pitch = Math.Min((right - start - widths.Sum()) / Math.Max(widths.Count(w => w == 0), 1), WidestPitch);
        var columns = new (float From, float Width)[widths.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var width = widths[i] > 0 ? widths[i] : pitch;
            columns[i] = (start, width - Gap);
            start += width;
        }

        return columns;
    }

    private static void DrawRow(HeatRow row, Brush brush, SKPoint at, (float From, float Width)[] columns, float labels)
    {
        brush.Text(row.Label, new(at.X - 16, at.Y + 34), labels + 1, Palette.Faint, align: SKTextAlign.Right);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var place = SKRect.Create(columns[i].From, at.Y, columns[i].Width, Pitch - Gap);
            brush.Box(place, row.Cells[i] is { } mark ? Palette.Of(mark.Warmth) : Palette.Tile, 6);
            if (row.Cells[i] is { } shown)
            {
                brush.Text(shown.Text, new(place.MidX, at.Y + 34), place.Width, Palette.Ink, align: SKTextAlign.Center);
            }
        }
    }

    /// <returns>The lower edge.</returns>
    private static float Legend(HeatChart chart, Brush brush, float left, float right, float end)
    {
        if (chart.NotTaken is { } meaning)
        {
            var mark = SKRect.Create(left, end + 18, 36, 32);
            brush.Box(mark, Palette.Of(Warmth.FarOver), 6);
            brush.Text(HeatMark.NotTaken, new(mark.MidX, end + 43), mark.Width, Palette.Ink, align: SKTextAlign.Center);
            brush.Text(meaning, new(left + 46, end + 43), right - left - 46, Palette.Faint);
            end += 52;
        }

        if (chart.OtherHours is { } hours)
        {
            brush.Text(hours, new(left, end + 43), right - left, Palette.Faint);
            end += 52;
        }

        return end;
    }
}
