using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>A list in a spreadsheet (XLSX): the first sheet that is not hidden, read as a stream.</summary>
internal static class Workbook
{
    private const string Written = "XLSX";
    private const string MainPart = "xl/workbook.xml";
    private const string LinksPart = "xl/_rels/workbook.xml.rels";
    private const string SharedPart = "xl/sharedStrings.xml";
    private const string Folder = "xl/";

    /// <summary>Parts of a spreadsheet; more of them are a trap.</summary>
    private const int MostParts = 2_000;

    private const uint EndOfDirectory = 0x06054B50;
    private const int EndLength = 22;
    private const int LongestRemark = ushort.MaxValue;

    public static ListFile Open(FileStream file)
    {
        RefuseManyParts(file);
        // Opened once to see that it is one.
        using (var archive = Archive(file))
        {
            _ = SheetOf(new Unpacking(archive));
        }

        return new ListFile(Written, file, () => Lines(file));
    }

    private static IEnumerable<ListLine> Lines(FileStream file)
    {
        using var archive = Archive(file);
        var unpacking = new Unpacking(archive);
        using var shared = new SharedTexts(unpacking.TryOpen(SharedPart));
        using var sheet = unpacking.Open(SheetOf(unpacking));
        foreach (var line in new SheetTable(sheet, shared).Lines())
        {
            yield return line;
        }
    }

    /// <summary>The part of the first sheet that is shown.</summary>
    private static string SheetOf(Unpacking unpacking)
    {
        string? link = null;
        using (var book = unpacking.Open(MainPart))
        {
            while (link is null && book.Step())
            {
                if (
                    book is { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                    && book.GetAttribute("state") is null or "visible"
                )
                {
                    link = LinkOf(book);
                }
            }
        }

        return link is null
            ? throw new UnreadableListException(ListProblem.Damaged)
            : TargetOf(unpacking, link) ?? throw new UnreadableListException(ListProblem.Damaged);
    }

    private static string? LinkOf(XmlReader sheet)
    {
        string? link = null;
        while (link is null && sheet.MoveToNextAttribute())
        {
            link = sheet is { LocalName: "id", Prefix.Length: > 0 } ? sheet.Value : null;
        }

        sheet.MoveToElement();
        return link;
    }

    private static string? TargetOf(Unpacking unpacking, string link)
    {
        using var links = unpacking.Open(LinksPart);
        while (links.Step())
        {
            if (
                links is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && links.GetAttribute("Id") == link
            )
            {
                var target = links.GetAttribute("Target") ?? "";
                return target.StartsWith('/') ? target[1..] : Folder + target;
            }
        }

        return null;
    }

    private static ZipArchive Archive(FileStream file)
    {
        try
        {
            file.Position = 0;
            return new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableListException(ListProblem.Damaged);
        }
    }

    /// <summary>The directory at the end says how many parts there are; each of them costs memory as soon as it is looked at.</summary>
    private static void RefuseManyParts(FileStream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, LongestRemark + EndLength)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndOfDirectory)
            {
                var parts = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
                if (parts > MostParts)
                {
                    throw new UnreadableListException(ListProblem.Inflated);
                }

                return;
            }
        }

        throw new UnreadableListException(ListProblem.Damaged);
    }
}
