using System.Text;

namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>A list in a text: encoding and separator are found out.</summary>
internal static class TextListFile
{
    private const int HeadLength = 64 * 1024;

    public static ListFile Open(FileStream file)
    {
        var encoding = TextKind.Of(file) ?? TextKind.OneByte.MaxBy(page => UnderstoodIn(file, page))!;
        var head = Head(file, encoding);
        var named = Separators.Named(head);
        var separator = named ?? Separators.Of(head);
        return new ListFile(encoding.WebName.ToUpperInvariant(), file, () => Lines(file, encoding, separator, named));
    }

    private static IEnumerable<ListLine> Lines(FileStream file, Encoding encoding, char separator, char? named)
    {
        file.Position = 0;
        using var text = new StreamReader(file, encoding, true, 16 * 1024, leaveOpen: true);
        foreach (var line in new TextTable(text, separator).Lines())
        {
            // The line that names the separator is no row of the table, and a spreadsheet does not show it.
            if (named is null)
            {
                yield return line;
            }
            else if (line.Number > 1)
            {
                yield return line with
                {
                    Number = line.Number - 1,
                };
            }
        }
    }

    /// <summary>How many titles of columns make sense when the text is read so.</summary>
    private static int UnderstoodIn(FileStream file, Encoding encoding)
    {
        var head = Head(file, encoding);
        using var text = new StringReader(head);
        var first = new TextTable(text, Separators.Named(head) ?? Separators.Of(head))
            .Lines()
            .FirstOrDefault(l => !l.IsEmpty && Separators.Named(l.At(0)) is null);
        return first is null ? 0 : ListColumns.Of(first).Known.Count;
    }

    private static string Head(FileStream file, Encoding encoding)
    {
        file.Position = 0;
        using var text = new StreamReader(file, encoding, true, 4096, leaveOpen: true);
        var head = new char[HeadLength];
        return new string(head, 0, text.ReadBlock(head));
    }
}
