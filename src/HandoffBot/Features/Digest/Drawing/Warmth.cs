namespace HandoffBot.Features.Digest.Drawing;

/// <summary>A time to a claim against the SLA.</summary>
internal enum Warmth
{
    WellInside,
    Inside,
    JustOver,
    Over,
    FarOver,
}
