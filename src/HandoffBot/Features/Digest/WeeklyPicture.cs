using HandoffBot.Features.Digest.Drawing;
using SkiaSharp;

namespace HandoffBot.Features.Digest;

/// <summary>Draws the weekly summary as one picture of fixed width; its height follows what there is to show.</summary>
internal static class WeeklyPicture
{
    public const int Width = 1280;

    private const float Left = 60;
    private const float Right = Width - Left;
    private const float Middle = 650;
    private const int HighestPossible = 4000;

    /// <returns>A PNG, or null when the machine has no font with Russian letters.</returns>
    public static byte[]? Draw(WeeklySheet sheet) => Draw(sheet, SKFontManager.Default.FontFamilies);

    /// <param name="families">The fonts to choose from.</param>
    public static byte[]? Draw(WeeklySheet sheet, IEnumerable<string> families)
    {
        using var fonts = PictureFonts.Find(families);
        if (fonts is null)
        {
            return null;
        }

        using var recorder = new SKPictureRecorder();
        var height = Compose(
            sheet,
            new Brush(recorder.BeginRecording(new SKRect(0, 0, Width, HighestPossible)), fonts)
        );
        using var picture = recorder.EndRecording();
        using var surface = SKSurface.Create(new SKImageInfo(Width, (int)Math.Ceiling(height)));
        surface.Canvas.Clear(Palette.Paper);
        surface.Canvas.DrawPicture(picture);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static float Compose(WeeklySheet sheet, Brush brush)
    {
        brush.Text(sheet.Title, new(Left, 92), Right - Left, Palette.Ink, 46, isBold: true);
        brush.Text(sheet.Subtitle, new(Left, 142), Right - Left, Palette.Faint, 30);
        var tilesEnd = TileBlock.Draw(sheet.Tiles, brush, SKRect.Create(Left, 186, Right - Left, 190));
        var funnelEnd = FunnelBlock.Draw(sheet.Funnel, brush, Left, Right, tilesEnd + 64);
        var reasonsEnd = ReasonBlock.Draw(sheet.Reasons, brush, Left, Middle - 50, funnelEnd + 64);
        var heatEnd = HeatBlock.Draw(sheet.Heat, brush, Middle, Right, funnelEnd + 64);
        var footer = Math.Max(reasonsEnd, heatEnd) + 62;
        brush.Text(sheet.Footer, new(Left, footer), Right - Left, Palette.Faint);
        return footer + 46;
    }
}
