namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>A row of a list, as cells.</summary>
/// <param name="Number">As a spreadsheet counts rows, from 1.</param>
internal sealed record ListLine(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>A cell longer than this is cut: 32,767, the most a spreadsheet can hold.</summary>
    public const int LongestCell = 32_767;

    /// <summary>What stands beyond so many cells is passed over.</summary>
    public const int MostCells = 1_000;

    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>The cell's text without space around it; "" where there is none.</summary>
    public string At(int column) => column < Cells.Count ? Cells[column].Trim() : "";
}
