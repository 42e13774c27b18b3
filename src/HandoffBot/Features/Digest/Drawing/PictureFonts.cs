using SkiaSharp;

namespace HandoffBot.Features.Digest.Drawing;

/// <summary>The typeface of the picture, upright and bold: one of the machine's own that has Russian letters.</summary>
internal sealed class PictureFonts : IDisposable
{
    private const char RussianLetter = '\u0416';

    /// <summary>Signs the picture uses; the family that has the most of them wins.</summary>
    private const string Signs = "\u2192\u20bd\u2013\u2212\u2026\u00b7\u20b8\u20ac";

    private static readonly string[] Preferred = ["DejaVu Sans", "Noto Sans", "Liberation Sans", "Arial", "Roboto"];

    private readonly SKTypeface regular;
    private readonly SKTypeface bold;

    private PictureFonts(SKTypeface regular, SKTypeface bold) => (this.regular, this.bold) = (regular, bold);

    /// <summary>Null when no family has Russian letters: then there is nothing to draw with.</summary>
    public static PictureFonts? Find(IEnumerable<string> families)
    {
        // MatchCharacter finds nothing in a slim image even where a fitting family is installed, so each is asked.
        var best = families
            .Where(name => !string.IsNullOrWhiteSpace(name))
            .OrderBy(name => Array.IndexOf(Preferred, name) is >= 0 and var place ? place : Preferred.Length)
            .Select(name => (Name: name, Signs: SignsIn(name)))
            .Where(f => f.Signs is not null)
            .OrderByDescending(f => f.Signs)
            .FirstOrDefault();
        return best.Name is { } family
            ? new(Match(family, SKFontStyle.Normal)!, Match(family, SKFontStyle.Bold)!)
            : null;
    }

    /// <param name="size">In pixels.</param>
    public SKFont Of(float size, bool isBold)
    {
        var face = isBold ? bold : regular;
        return new SKFont(face, size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
            Embolden = isBold && !face.IsBold,
        };
    }

    public void Dispose()
    {
        regular.Dispose();
        bold.Dispose();
    }

    private static int? SignsIn(string family)
    {
        using var face = Match(family, SKFontStyle.Normal);
        return face is null || face.GetGlyph(RussianLetter) == 0 ? null : Signs.Count(sign => face.GetGlyph(sign) != 0);
    }

    private static SKTypeface? Match(string family, SKFontStyle style) =>
        SKFontManager.Default.MatchFamily(family, style);
}
