using System.Text;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake.Lists;
using HandoffBot.Features.Intake.Lists.Files;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Features.Intake.Lists;

/// <summary>Files as they come from other programs.</summary>
public sealed class ListFileTests : IDisposable
{
    private const string Text = "Имя;Телефон\r\nАнна;89123451234\r\n";

    private readonly string file = Path.GetTempFileName();

    public static TheoryData<string> Encodings =>
        ["utf-8", "utf-8 marked", "utf-16", "utf-16 marked", "utf-16BE", "utf-16BE marked", "1251", "866", "20866"];

    public void Dispose() => File.Delete(file);

    [Theory, MemberData(nameof(Encodings))]
    public void Any_encoding_is_found_out(string encoding)
    {
        var page = encoding.Split(' ')[0];
        var letters = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? CodePagesEncodingProvider.Instance.GetEncoding(number)!
            : Encoding.GetEncoding(page);
        byte[] mark = encoding.EndsWith("marked", StringComparison.Ordinal) ? letters.GetPreamble() : [];

        var row = Assert.Single(Rows([.. mark, .. letters.GetBytes(Text)]));

        Assert.Equal(("Анна", "+79123451234"), (row.Asked!.Name, row.Asked.Phone.E164));
    }

    [Theory]
    [InlineData("Name;Phone\nAnna;89123451234")]
    [InlineData("Name,Phone\nAnna,89123451234")]
    [InlineData("Name\tPhone\nAnna\t89123451234")]
    [InlineData("sep=|\r\nName|Phone\r\nAnna|89123451234")]
    [InlineData("\n\nName;Phone\n\nAnna;89123451234\n\n\n")]
    [InlineData("Phone\n\"89123451234\"")]
    public void Any_separator_is_found_out(string text) =>
        Assert.Equal("+79123451234", Assert.Single(Rows(text)).Asked!.Phone.E164);

    [Fact]
    public void A_spreadsheet_is_read_with_its_numbers_formulas_gaps_and_parts_of_texts()
    {
        var rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>
            <row r="3"><c r="A3" t="s"><v>3</v></c><c r="C3"><v>7.9123451234E10</v></c><c r="D3"><f>A1</f><v>12.5</v></c></row>
            <row r="4"><c r="A4" t="inlineStr"><is><t>Boris</t></is></c><c r="C4" t="str"><f>X</f><v>89123451235</v></c><c r="D4" t="e"><v>#REF!</v></c></row>
            """;
        string[] shared =
        [
            "<si><t>Name</t></si>",
            "<si><t>Phone</t></si>",
            "<si><t>Product</t></si>",
            "<si><r><t xml:space=\"preserve\">Anna </t></r><r><t>Petrova</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>",
        ];

        var read = Rows(Spreadsheet.Of(rows, shared));

        Assert.Equal([3, 4], read.Select(r => r.Number));
        Assert.Equal(["Anna Petrova", "Boris"], read.Select(r => r.Asked!.Name));
        Assert.Equal(["+79123451234", "+79123451235"], read.Select(r => r.Asked!.Phone.E164));
        Assert.Equal(["12.5", null], read.Select(r => r.Asked!.Product));
    }

    [Fact]
    public void A_hidden_sheet_is_passed_over()
    {
        var read = Rows(Spreadsheet.Of("<row r=\"1\"/>", [], firstState: "hidden"));

        Assert.Equal("+79120000002", Assert.Single(read).Asked!.Phone.E164);
    }

    [Theory]
    [InlineData("", nameof(ListProblem.Empty))]
    [InlineData("\n \n", nameof(ListProblem.Empty))]
    [InlineData("Anna;89123451234\nBoris;89123451235", nameof(ListProblem.NoTitles))]
    [InlineData("Name;Colour\nAnna;red", nameof(ListProblem.NoContactColumn))]
    [InlineData("Name;Phone\nAnna;\"8912", nameof(ListProblem.OpenQuote))]
    public void What_is_no_list_of_leads_is_refused(string text, string problem) =>
        Assert.Equal(problem, RefusalOf(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_is_no_table_at_all_is_refused()
    {
        var photo = Enumerable.Range(0, 5_000).Select(i => (byte)(i * 7)).ToArray();

        Assert.Equal(nameof(ListProblem.NoTable), RefusalOf([0xFF, 0xD8, 0xFF, 0xE0, .. photo]));
        Assert.Equal(nameof(ListProblem.NoTable), RefusalOf(photo));
        Assert.Equal(nameof(ListProblem.OldFormat), RefusalOf([0xD0, 0xCF, 0x11, 0xE0, .. photo]));
        Assert.Equal(nameof(ListProblem.Damaged), RefusalOf([0x50, 0x4B, 0x03, 0x04, .. photo]));
        Assert.Equal(nameof(ListProblem.NoTable), RefusalOf(Spreadsheet.Packed(("list.csv", "Phone\n89123451234"))));
        Assert.Equal(
            nameof(ListProblem.Damaged),
            RefusalOf(Spreadsheet.Of("<row r=\"1\"><c t=\"s\"><v>7</v></c></row>", []))
        );
        Assert.Equal(nameof(ListProblem.Damaged), RefusalOf(Spreadsheet.Of("<row r=\"1\"><c></row>", [])));
    }

    [Theory]
    [InlineData(400, "<row/>", 8_000)]
    [InlineData(4, "<row/>", 2 << 20)]
    [InlineData(2, "<a>", 0)]
    public void A_bomb_goes_off_nowhere(int megabytes, string element, int space) =>
        Assert.Equal(
            nameof(ListProblem.Inflated),
            RefusalOf(Spreadsheet.Bomb(megabytes, element + new string(' ', space)))
        );

    [Fact]
    public void Names_without_end_and_parts_without_end_are_traps_too()
    {
        var names = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<n{i}/>"));
        var parts = Enumerable.Range(0, 3_000).Select(i => ($"p{i}", "")).ToArray();

        Assert.Equal(nameof(ListProblem.Inflated), RefusalOf(Spreadsheet.Of(names, [])));
        Assert.Equal(nameof(ListProblem.Inflated), RefusalOf(Spreadsheet.Packed(parts)));
    }

    [Fact]
    public void More_rows_than_are_taken_are_refused_by_the_first_of_them()
    {
        var text = "Phone\n" + string.Join('\n', Enumerable.Range(0, 11).Select(n => $"891234512{n:00}"));

        var refused = Assert.Throws<UnreadableListException>(() => Rows(text, most: 10));

        Assert.Equal((ListProblem.TooManyRows, 12), (refused.Problem, refused.Row));
    }

    [Theory]
    [InlineData("Name;Phone\nAnna;12", nameof(ListFlaw.ShortPhone))]
    [InlineData("Name;Phone\nAnna;", nameof(ListFlaw.NoContact))]
    [InlineData("Name;Email\nAnna;anna", nameof(ListFlaw.WrongEmail))]
    [InlineData("Name;Phone\nAnna;7,91235E+10", nameof(ListFlaw.RoundedPhone))]
    [InlineData("Name;Phone\nAnna;89123451234;Kazan", nameof(ListFlaw.TooManyCells))]
    [InlineData("Id;Phone\n7;89123451234\n7;89123451235", nameof(ListFlaw.SameId))]
    public void A_row_that_cannot_become_a_lead_says_why(string text, string flaw) =>
        Assert.Equal(flaw, Rows(text).Last().Flaw.ToString());

    private string RefusalOf(byte[] bytes) =>
        Assert.Throws<UnreadableListException>(() => Rows(bytes)).Problem.ToString();

    private List<ListRow> Rows(string text, int most = 1_000) => Rows(Encoding.UTF8.GetBytes(text), most);

    private List<ListRow> Rows(byte[] bytes, int most = 1_000)
    {
        File.WriteAllBytes(file, bytes);
        using var survey = ListSurvey.Open(file, "RU");
        return [.. survey.Rows("test", "RU", TestBot.Monday, most)];
    }
}
