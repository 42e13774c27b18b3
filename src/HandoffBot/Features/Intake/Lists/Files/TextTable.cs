using System.Text;

namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>
/// Reads cells from a text, a row at a time: quotation marks hold separators and line breaks, two of them are one. What is no more
/// than a mark in the middle of a cell stays as it is.
/// </summary>
internal sealed class TextTable(TextReader text, char separator)
{
    private readonly char[] block = new char[16 * 1024];
    private readonly StringBuilder cell = new();
    private readonly List<string> cells = [];
    private int at;
    private int length;
    private int row;

    public IEnumerable<ListLine> Lines()
    {
        while (Peek() >= 0)
        {
            row++;
            cells.Clear();
            while (ReadCell()) { }

            yield return new ListLine(row, [.. cells]);
        }
    }

    /// <returns>Whether another cell follows in the row.</returns>
    private bool ReadCell()
    {
        cell.Clear();
        if (Peek() == '"')
        {
            Next();
            ReadQuoted();
        }

        var end = ReadPlain();
        if (cells.Count < ListLine.MostCells)
        {
            cells.Add(cell.ToString());
        }

        return end == separator;
    }

    private void ReadQuoted()
    {
        while (true)
        {
            var letter = Next();
            if (letter < 0 || cell.Length > ListLine.LongestCell)
            {
                throw new UnreadableListException(ListProblem.OpenQuote, row);
            }

            if (letter != '"')
            {
                cell.Append((char)letter);
            }
            else if (Peek() == '"')
            {
                cell.Append((char)Next());
            }
            else
            {
                return;
            }
        }
    }

    /// <returns>What ended the cell: the separator, or the row or the text.</returns>
    private int ReadPlain()
    {
        while (true)
        {
            var letter = Next();
            if (letter == '\r' && Peek() == '\n')
            {
                letter = Next();
            }

            if (letter < 0 || letter == separator || letter is '\r' or '\n')
            {
                return letter;
            }

            if (cell.Length < ListLine.LongestCell)
            {
                cell.Append((char)letter);
            }
        }
    }

    private int Peek() => at < length || Fill() ? block[at] : -1;

    private int Next() => at < length || Fill() ? block[at++] : -1;

    private bool Fill()
    {
        (at, length) = (0, text.Read(block));
        return length > 0;
    }
}
