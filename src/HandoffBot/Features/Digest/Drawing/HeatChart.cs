namespace HandoffBot.Features.Digest.Drawing;

internal sealed record HeatChart(string Title, IReadOnlyList<string> Columns, IReadOnlyList<HeatRow> Rows, string Empty)
{
    /// <summary>What the mark of an hour means in which nobody took a lead; null where there is none.</summary>
    public string? NotTaken { get; init; }

    /// <summary>Which hours the column of others stands for, where its heading has no room to say it.</summary>
    public string? OtherHours { get; init; }
}
