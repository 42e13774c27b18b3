namespace HandoffBot.Features.Digest.Drawing;

/// <param name="Legend">What the three parts of a bar are called, the longest part first.</param>
/// <param name="ShareTitle">Above the shares at the right.</param>
/// <param name="Empty">Said when there are no bars.</param>
internal sealed record FunnelChart(
    IReadOnlyList<string> Legend,
    string ShareTitle,
    IReadOnlyList<FunnelBar> Bars,
    string Empty
);
