using System.IO.Compression;
using System.Security;
using System.Text;

namespace HandoffBot.Tests.Support;

/// <summary>Makes spreadsheets (XLSX) as a program saves them, and traps that only look so.</summary>
internal static class Spreadsheet
{
    private const string Links = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet2.xml"/>
        </Relationships>
        """;

    private const string Head = """<?xml version="1.0" encoding="UTF-8"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>One sheet; texts stand in the shared part, as spreadsheets save them.</summary>
    public static byte[] Of(params string[][] rows)
    {
        var texts = rows.SelectMany(r => r).Distinct().ToList();
        var sheet = rows.Select((row, r) => RowOf(r + 1, row.Select(cell => Shared(texts.IndexOf(cell)))));
        return Of(string.Concat(sheet), texts.ConvertAll(t => $"<si><t>{SecurityElement.Escape(t)}</t></si>"));
    }

    /// <param name="rows">The rows as they stand in the sheet's part.</param>
    /// <param name="shared">The entries of the shared part.</param>
    public static byte[] Of(string rows, IReadOnlyList<string> shared, string firstState = "visible") =>
        Packed(
            ("xl/workbook.xml", Book(firstState)),
            ("xl/_rels/workbook.xml.rels", Links),
            ("xl/sharedStrings.xml", $"{Head}<sst xmlns=\"{Main}\">{string.Concat(shared)}</sst>"),
            (
                "xl/worksheets/sheet1.xml",
                $"{Head}<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>"
            ),
            ("xl/worksheets/sheet2.xml", Second())
        );

    public static byte[] Packed(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A sheet that unpacks to so many megabytes of nothing.</summary>
    public static byte[] Bomb(int megabytes, string of)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("xl/workbook.xml", Book("visible"), 1);
            Write("xl/_rels/workbook.xml.rels", Links, 1);
            var piece = string.Concat(Enumerable.Repeat(of, Math.Max(1, (1 << 20) / of.Length)));
            Write("xl/worksheets/sheet1.xml", piece, megabytes, $"{Head}<worksheet xmlns=\"{Main}\"><sheetData>");

            void Write(string name, string text, int times, string before = "")
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(before));
                var block = Encoding.UTF8.GetBytes(text);
                for (var n = 0; n < times; n++)
                {
                    part.Write(block);
                }
            }
        }

        return bytes.ToArray();
    }

    private static string Book(string firstState) =>
        $"""
            {Head}<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="A" sheetId="1" state="{firstState}" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId2"/></sheets></workbook>
            """.Trim();

    private static string Second() =>
        $"{Head}<worksheet xmlns=\"{Main}\"><sheetData>{RowOf(1, [Inline("Phone")])}{RowOf(2, [Inline("+79120000002")])}</sheetData></worksheet>";

    private static string RowOf(int number, IEnumerable<string> cells) =>
        $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    private static string Shared(int number) => $"<c t=\"s\"><v>{number}</v></c>";

    private static string Inline(string text) =>
        $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";
}
