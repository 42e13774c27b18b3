using System.IO.Compression;
using System.Text;

namespace HandoffBot.Load.Measures;

/// <summary>A spreadsheet of leads as an exhibition's program saves it.</summary>
internal static class SheetFile
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[] Titles =
    [
        "Name",
        "Phone",
        "E-mail",
        "Comment",
        "Product",
        "City",
        "Exhibition",
        "Stand",
    ];

    /// <param name="from">The number of the first one; no two numbers share a contact.</param>
    public static byte[] Of(int leads, int from = 0)
    {
        var texts = new Dictionary<string, int>();
        var sheet = new StringBuilder($"<worksheet {Main}><sheetData>");
        Add(sheet, 1, Titles, texts);
        for (var n = 0; n < leads; n++)
        {
            Add(sheet, n + 2, Cells(from + n), texts);
        }

        sheet.Append("</sheetData></worksheet>");
        var shared = new StringBuilder($"<sst {Main}>");
        foreach (var text in texts.OrderBy(t => t.Value))
        {
            shared.Append("<si><t>").Append(text.Key).Append("</t></si>");
        }

        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(
                archive,
                "xl/workbook.xml",
                $"<workbook {Main} xmlns:r=\"{Relations}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            );
            Write(
                archive,
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"x\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            );
            Write(archive, "xl/sharedStrings.xml", shared.Append("</sst>").ToString());
            Write(archive, "xl/worksheets/sheet1.xml", sheet.ToString());
        }

        return bytes.ToArray();
    }

    private static string[] Cells(int number) =>
        [
            string.Create(CultureInfo.InvariantCulture, $"Guest Number {number}"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"8 (912) {number / 10_000 % 1_000:000}-{number % 10_000 / 100:00}-{number % 100:00}"
            ),
            string.Create(CultureInfo.InvariantCulture, $"guest{number}@mail.example.com"),
            "Three windows, measuring on Saturday",
            string.Create(CultureInfo.InvariantCulture, $"Windows {number % 40}"),
            string.Create(CultureInfo.InvariantCulture, $"Town {number % 90}"),
            "Autumn fair",
            string.Create(CultureInfo.InvariantCulture, $"B{number % 7}"),
        ];

    private static void Add(StringBuilder sheet, int row, string[] cells, Dictionary<string, int> texts)
    {
        sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
        for (var column = 0; column < cells.Length; column++)
        {
            if (!texts.TryGetValue(cells[column], out var at))
            {
                texts[cells[column]] = at = texts.Count;
            }

            sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + column)}{row}\" t=\"s\"><v>{at}</v></c>");
        }

        sheet.Append("</row>");
    }

    private static void Write(ZipArchive archive, string part, string text)
    {
        using var stream = archive.CreateEntry(part, CompressionLevel.Fastest).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
