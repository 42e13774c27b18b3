using SkiaSharp;

namespace HandoffBot.Features.Digest.Drawing;

internal static class Palette
{
    public static readonly SKColor Paper = SKColors.White;
    public static readonly SKColor Ink = new(0x17, 0x21, 0x2b);
    public static readonly SKColor Faint = new(0x5f, 0x6e, 0x7d);
    public static readonly SKColor Tile = new(0xf3, 0xf6, 0xf9);
    public static readonly SKColor Rail = new(0xee, 0xf1, 0xf5);
    public static readonly SKColor Leads = new(0xcf, 0xe0, 0xf2);
    public static readonly SKColor Qualified = new(0x7f, 0xa8, 0xd1);
    public static readonly SKColor Won = new(0x2e, 0x9e, 0x5b);
    public static readonly SKColor AgainstSource = new(0xd9, 0x7a, 0x4a);
    public static readonly SKColor CountedApart = new(0xae, 0xba, 0xc6);

    public static SKColor Of(Tone tone) =>
        tone switch
        {
            Tone.Good => new(0x23, 0x87, 0x4c),
            Tone.Bad => new(0xc9, 0x45, 0x3c),
            _ => Faint,
        };

    public static SKColor Of(Warmth warmth) =>
        warmth switch
        {
            Warmth.WellInside => new(0x4f, 0xb2, 0x77),
            Warmth.Inside => new(0xa6, 0xd6, 0xb6),
            Warmth.JustOver => new(0xf4, 0xdc, 0x8f),
            Warmth.Over => new(0xec, 0xa0, 0x74),
            _ => new(0xd9, 0x65, 0x5b),
        };
}
