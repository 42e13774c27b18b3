using SkiaSharp;

namespace HandoffBot.Features.Digest.Drawing;

/// <summary>The large figures on top.</summary>
internal static class TileBlock
{
    private const float Gap = 20;
    private const float Inset = 24;

    /// <returns>The lower edge.</returns>
    public static float Draw(IReadOnlyList<Tile> tiles, Brush brush, SKRect place)
    {
        var width = (place.Width - (Gap * (tiles.Count - 1))) / tiles.Count;
        for (var i = 0; i < tiles.Count; i++)
        {
            Draw(tiles[i], brush, SKRect.Create(place.Left + (i * (width + Gap)), place.Top, width, place.Height));
        }

        return place.Bottom;
    }

    private static void Draw(Tile tile, Brush brush, SKRect place)
    {
        var (left, room) = (place.Left + Inset, place.Width - (2 * Inset));
        brush.Box(place, Palette.Tile, 18);
        brush.Text(tile.Label, new(left, place.Top + 48), room, Palette.Faint);
        brush.Text(
            tile.Value,
            new(left, place.Top + 116),
            room,
            Palette.Ink,
            SizeOf(tile.Value, brush, room),
            isBold: true
        );
        var taken = brush.Text(tile.Change, new(left, place.Top + 164), room, Palette.Of(tile.Tone));
        if (tile.Aside is { } aside && taken + 16 + brush.Measure(aside) <= room)
        {
            brush.Text(aside, new(place.Right - Inset, place.Top + 164), room, Palette.Faint, align: SKTextAlign.Right);
        }
    }

    private static float SizeOf(string value, Brush brush, float room)
    {
        const float largest = 56;
        return Math.Clamp(largest * room / Math.Max(brush.Measure(value, largest, isBold: true), 1), 36, largest);
    }
}
