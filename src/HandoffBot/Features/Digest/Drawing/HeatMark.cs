namespace HandoffBot.Features.Digest.Drawing;

internal sealed record HeatMark(string Text, Warmth Warmth);
