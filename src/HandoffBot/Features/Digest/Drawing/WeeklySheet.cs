namespace HandoffBot.Features.Digest.Drawing;

/// <summary>The weekly picture before it is drawn: every word chosen, every figure in its place.</summary>
internal sealed record WeeklySheet
{
    public required string Title { get; init; }

    public required string Subtitle { get; init; }

    public required IReadOnlyList<Tile> Tiles { get; init; }

    public required FunnelChart Funnel { get; init; }

    public required ReasonChart Reasons { get; init; }

    public required HeatChart Heat { get; init; }

    public required string Footer { get; init; }
}
