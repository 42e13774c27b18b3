using System.Xml;

namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>Reads cells from a sheet, a row at a time. A formula counts as what it came to when the file was saved.</summary>
internal sealed class SheetTable(XmlReader sheet, SharedTexts shared)
{
    private readonly List<string> cells = [];
    private int row;

    public IEnumerable<ListLine> Lines()
    {
        while (sheet.Step())
        {
            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                row = Number(sheet.GetAttribute("r")) ?? row + 1;
                ReadRow();
                yield return new ListLine(row, [.. cells]);
            }
        }
    }

    private void ReadRow()
    {
        cells.Clear();
        if (sheet.IsEmptyElement)
        {
            return;
        }

        var (depth, column) = (sheet.Depth, -1);
        while (sheet.Step() && sheet.Depth > depth)
        {
            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = ColumnOf(sheet.GetAttribute("r")) ?? column + 1;
                Put(column, ReadCell());
            }
        }
    }

    private void Put(int column, string text)
    {
        if (column >= ListLine.MostCells)
        {
            return;
        }

        while (cells.Count <= column)
        {
            cells.Add("");
        }

        cells[column] = text;
    }

    private string ReadCell()
    {
        var kind = sheet.GetAttribute("t");
        var text = "";
        if (sheet.IsEmptyElement)
        {
            return text;
        }

        var depth = sheet.Depth;
        while (sheet.Step() && sheet.Depth > depth)
        {
            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" })
            {
                text = sheet.Text();
            }
        }

        return kind switch
        {
            "s" => shared.At(Number(text) ?? -1) ?? throw new UnreadableListException(ListProblem.Damaged, row),
            // #REF! and the like say nothing.
            "e" => "",
            "str" or "inlineStr" or "d" => text,
            "b" => text == "1" ? "+" : "",
            _ => Plain(text),
        };
    }

    /// <summary>A number as it is dialled and written, not as <c>7.9123451234E10</c>.</summary>
    private static string Plain(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var read)
            ? read.ToString("0.##########", CultureInfo.InvariantCulture)
            : number;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary><c>AB12</c> is the 28th column, counted from 0.</summary>
    private static int? ColumnOf(string? place)
    {
        var column = 0;
        foreach (var letter in place ?? "")
        {
            if (letter is < 'A' or > 'Z' || column > ListLine.MostCells)
            {
                break;
            }

            column = (column * 26) + (letter - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }
}
