namespace HandoffBot.Features.Digest.Drawing;

/// <param name="Cells">One for each column; null where no lead came.</param>
internal sealed record HeatRow(string Label, IReadOnlyList<HeatMark?> Cells);
