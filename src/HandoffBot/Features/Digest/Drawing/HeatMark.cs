namespace HandoffBot.Features.Digest.Drawing;

internal sealed record HeatMark(string Text, Warmth Warmth)
{
    /// <summary>Stands for the minutes where nobody took a lead.</summary>
    public const string NotTaken = "\u2013";
}
