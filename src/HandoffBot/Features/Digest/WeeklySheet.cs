namespace HandoffBot.Features.Digest;

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

/// <summary>Good news is green, bad news red.</summary>
internal enum Tone
{
    Neutral,
    Good,
    Bad,
}

/// <param name="Aside">Beside the change, where there is room.</param>
internal sealed record Tile(string Label, string Value, string Change, Tone Tone, string? Aside = null);

/// <param name="Legend">What the three parts of a bar are called, the longest part first.</param>
/// <param name="ShareTitle">Above the shares at the right.</param>
/// <param name="Empty">Said when there are no bars.</param>
internal sealed record FunnelChart(
    IReadOnlyList<string> Legend,
    string ShareTitle,
    IReadOnlyList<FunnelBar> Bars,
    string Empty
);

internal sealed record FunnelBar(string Name, int Leads, int Qualified, int Won, string Share, Tone Tone);

/// <param name="Apart">Explains the bars of the other colour, below them.</param>
internal sealed record ReasonChart(string Title, IReadOnlyList<ReasonBar> Bars, string Empty, string Apart);

/// <param name="AgainstSource">False for what is only counted, such as duplicates.</param>
internal sealed record ReasonBar(string Name, int Count, bool AgainstSource);

internal sealed record HeatChart(
    string Title,
    IReadOnlyList<string> Columns,
    IReadOnlyList<HeatRow> Rows,
    string Empty
);

/// <param name="Cells">One for each column; null where no lead came.</param>
internal sealed record HeatRow(string Label, IReadOnlyList<HeatMark?> Cells);

internal sealed record HeatMark(string Text, Warmth Warmth);

/// <summary>A time to a claim against the SLA.</summary>
internal enum Warmth
{
    WellInside,
    Inside,
    JustOver,
    Over,
    FarOver,
}
