namespace HandoffBot.Features.Digest.Drawing;

/// <summary>Good news is green, bad news red.</summary>
internal enum Tone
{
    Neutral,
    Good,
    Bad,
}
