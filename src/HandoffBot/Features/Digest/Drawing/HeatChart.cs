namespace HandoffBot.Features.Digest.Drawing;

internal sealed record HeatChart(
    string Title,
    IReadOnlyList<string> Columns,
    IReadOnlyList<HeatRow> Rows,
    string Empty
);
