namespace HandoffBot.Features.Digest.Drawing;

/// <param name="Apart">Explains the bars of the other colour, below them.</param>
internal sealed record ReasonChart(string Title, IReadOnlyList<ReasonBar> Bars, string Empty, string Apart);
