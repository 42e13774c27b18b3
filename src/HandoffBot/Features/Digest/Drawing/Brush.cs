using System.Text;
using SkiaSharp;

namespace HandoffBot.Features.Digest.Drawing;

/// <summary>Draws text that keeps to its place, and bars. All measures are pixels; a text stands on its baseline.</summary>
internal sealed class Brush(SKCanvas canvas, PictureFonts fonts)
{
    /// <summary>No letter is smaller: a phone shows the picture at a third of its width.</summary>
    public const float Small = 28;

    private const float Narrowest = 0.76f;
    private const string Ellipsis = "\u2026";

    /// <summary>Draws the text, narrowed and then cut where it is wider than allowed.</summary>
    /// <returns>The width it took.</returns>
    public float Text(
        string text,
        SKPoint at,
        float width,
        SKColor color,
        float size = Small,
        bool isBold = false,
        SKTextAlign align = SKTextAlign.Left
    )
    {
        using var font = fonts.Of(size, isBold);
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        var fitting = Fit(Known(text, font), font, width);
        canvas.DrawText(fitting, at.X, at.Y, align, font, paint);
        return font.MeasureText(fitting);
    }

    public float Measure(string text, float size = Small, bool isBold = false)
    {
        using var font = fonts.Of(size, isBold);
        return font.MeasureText(Known(text, font));
    }

    public void Box(SKRect place, SKColor color, float corner)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawRoundRect(place, corner, corner, paint);
    }

    private static string Fit(string text, SKFont font, float width)
    {
        var full = font.MeasureText(text);
        if (full <= width)
        {
            return text;
        }

        if (full * Narrowest <= width)
        {
            font.ScaleX = width / full;
            return text;
        }

        var all = new StringInfo(text);
        return Enumerable
                .Range(1, Math.Max(all.LengthInTextElements - 1, 0))
                .Reverse()
                .Select(length => Cut(all, length))
                .FirstOrDefault(shorter => font.MeasureText(shorter) <= width)
            ?? Ellipsis;
    }

    private static string Cut(StringInfo text, int length) =>
        text.SubstringByTextElements(0, length).TrimEnd(' ', ',', '.', '\u00b7', '-') + Ellipsis;

    /// <summary>Without what the typeface cannot draw: an emoji in a campaign's name would come out as an empty box.</summary>
    private static string Known(string text, SKFont font)
    {
        var known = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A typeface may lack these two, and then a plain space and hyphen serve.
            var (value, plain) = rune.Value switch
            {
                0xa0 or 0x202f or '\t' or '\n' => (new Rune(0xa0), ' '),
                0x2212 or 0x2013 => (rune, '-'),
                0x2192 => (rune, '/'),
                _ => (rune, '\0'),
            };
            if (font.GetGlyph(value.Value) != 0)
            {
                known.Append(value);
            }
            else if (plain != '\0')
            {
                known.Append(plain);
            }
        }

        return known.Length == 0 && text.Length > 0 ? Ellipsis : known.ToString().Trim();
    }
}
