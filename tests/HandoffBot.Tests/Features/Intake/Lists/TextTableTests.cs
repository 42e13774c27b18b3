using CsCheck;
using HandoffBot.Features.Intake.Lists.Files;

namespace HandoffBot.Tests.Features.Intake.Lists;

public sealed class TextTableTests
{
    private static readonly Gen<string> Cell = Gen.OneOf(
            Gen.OneOf<char>('a', '\u0416', ' ', '"', ';', ',', '\t', '\n', '\r', '7', '+'),
            Gen.Char.AlphaNumeric
        )
        .Array[0, 12]
        .Select(letters => new string(letters));

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    public void Whatever_is_written_is_read_again(char separator) =>
        Cell.Array[1, 6]
            .Array[1, 20]
            .Sample(rows =>
            {
                var text = string.Concat(rows.Select(r => string.Join(separator, r.Select(Quoted)) + "\r\n"));

                var read = Read(text, separator);

                Assert.Equal(rows.Length, read.Count);
                Assert.All(rows.Zip(read), pair => Assert.Equal(pair.First, pair.Second.Cells));
            });

    [Fact]
    public void Any_text_is_read_to_its_end_or_refused() =>
        Gen.OneOf<char>('"', ';', '\n', '\r', 'x')
            .Array[0, 60]
            .Select(letters => new string(letters))
            .Sample(text =>
            {
                try
                {
                    var read = Read(text, ';');
                    Assert.Equal(read.Select((_, i) => i + 1), read.Select(l => l.Number));
                }
                catch (UnreadableListException refused)
                {
                    Assert.Equal(ListProblem.OpenQuote, refused.Problem);
                }
            });

    [Fact]
    public void Marks_in_the_middle_of_a_cell_are_letters()
    {
        var read = Read("Anna;PVC \"Standard\" windows;\"two \"\"big\"\"\nones\"\n", ';');

        Assert.Equal(["Anna", "PVC \"Standard\" windows", "two \"big\"\nones"], Assert.Single(read).Cells);
    }

    [Fact]
    public void A_mark_that_never_closes_is_named_by_its_row()
    {
        var refused = Assert.Throws<UnreadableListException>(() => Read("a;b\nc;\"d\ne;f\n", ';'));

        Assert.Equal((ListProblem.OpenQuote, 2), (refused.Problem, refused.Row));
    }

    [Fact]
    public void It_is_found_before_it_swallows_all_that_follows()
    {
        using var endless = new StringReader("\"" + new string('x', 10_000_000));

        var lines = new TextTable(endless, ';').Lines();

        Assert.Throws<UnreadableListException>(() => lines.ToList());
        Assert.True(endless.Peek() >= 0);
    }

    [Theory]
    [InlineData("a;b;c\n1,2", ';')]
    [InlineData("a,b,c", ',')]
    [InlineData("a\tb", '\t')]
    [InlineData("\"a;b;c\",d", ',')]
    [InlineData("phone", ';')]
    public void Separator_is_the_one_of_the_first_line(string text, char separator) =>
        Assert.Equal(separator, Separators.Of(text));

    private static List<ListLine> Read(string text, char separator)
    {
        using var reader = new StringReader(text);
        return [.. new TextTable(reader, separator).Lines()];
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
