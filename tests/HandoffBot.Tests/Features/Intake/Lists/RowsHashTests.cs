using CsCheck;
using HandoffBot.Features.Intake.Lists;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Features.Intake.Lists;

/// <summary>By which a list is known again: whatever leads would differ in counts, how they were written down does not.</summary>
public sealed class RowsHashTests
{
    private static readonly (string Title, string[] Cells)[] Columns =
    [
        ("Id", ["", "a{0}", "b{0}"]),
        ("Name", ["", "Anna", "Kazan"]),
        ("Phone", ["+79123451234", "+79123451235", "+79123451234 доб. 12"]),
        ("Email", ["", "anna@example.com", "boris@example.com"]),
        ("Telegram", ["", "anna_p", "boris_p"]),
        ("Comment", ["", "Anna", "Three windows"]),
        ("Product", ["", "Doors", "Kazan"]),
        ("City", ["", "Kazan", "Doors"]),
        ("Campaign", ["", "Doors", "Spring"]),
        ("Colour", ["", "red", "blue"]),
    ];

    private static readonly Gen<int[][]> Lists = Gen.Int[0, 2].Array[Columns.Length].Array[1, 4];

    private static readonly Gen<char> Separators = Gen.Int[0, 3].Select(n => ";,\t|"[n]);

    public static TheoryData<string, int> Changes
    {
        get
        {
            var changes = new TheoryData<string, int>();
            foreach (var (title, _) in Columns)
            {
                changes.Add(title, 1);
                changes.Add(title, 2);
            }

            return changes;
        }
    }

    [Theory, MemberData(nameof(Changes))]
    public void What_differs_in_one_cell_is_another_list(string title, int to)
    {
        int[] row = [0, 1, 0, 1, 1, 1, 1, 1, 1, 1];
        var column = Array.FindIndex(Columns, c => c.Title == title);
        var other = Changed([row], 0, column, to);

        Assert.NotEqual(HashOf([row]), HashOf(other));
    }

    [Fact]
    public void Of_any_list_a_change_of_any_cell_makes_another() =>
        Gen.Select(Lists, Gen.Int[0, 3], Gen.Int[0, Columns.Length - 1], Gen.Int[1, 2])
            .Sample(
                (rows, row, column, by) =>
                    Assert.NotEqual(HashOf(rows), HashOf(Changed(rows, row % rows.Length, column, by))),
                iter: 300
            );

    [Fact]
    public void Any_list_is_the_same_whatever_it_is_called_and_however_it_was_written_down() =>
        Gen.Select(Lists, Separators, Gen.Bool, Gen.Bool)
            .Sample(
                (rows, separator, isQuoted, hasGaps) =>
                    Assert.Equal(
                        HashOf(rows),
                        HashOf(rows, "another", separator, isQuoted, hasGaps, c => c.Replace("+7912", "8 (912) "))
                    ),
                iter: 300
            );

    [Fact]
    public void A_word_in_the_column_beside_and_rows_in_another_order_are_another_list()
    {
        int[] product = [0, 1, 0, 0, 0, 0, 1, 0, 0, 0];
        int[] city = [0, 1, 0, 0, 0, 0, 0, 2, 0, 0];
        int[] campaign = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];

        Assert.Equal(3, new[] { product, city, campaign }.Select(r => HashOf([r])).Distinct().Count());
        Assert.NotEqual(HashOf([product, city]), HashOf([city, product]));
        Assert.NotEqual(HashOf([product]), HashOf([product, product]));
    }

    private static int[][] Changed(int[][] rows, int row, int column, int by)
    {
        var other = rows.Select(r => r.ToArray()).ToArray();
        other[row][column] = (other[row][column] + by) % 3;
        return other;
    }

    private static string HashOf(
        int[][] rows,
        string list = "list",
        char separator = ';',
        bool isQuoted = false,
        bool hasGaps = false,
        Func<string, string>? spelled = null
    )
    {
        var cells = rows.Select(
            (r, n) => r.Select((c, at) => string.Format(CultureInfo.InvariantCulture, Columns[at].Cells[c], n))
        );
        var lines = cells
            .Prepend(Columns.Select(c => c.Title))
            .Select(l =>
                string.Join(separator, l.Select(c => spelled?.Invoke(c) ?? c).Select(c => isQuoted ? $"\"{c}\"" : c))
            );
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, string.Join(hasGaps ? "\r\n\r\n" : "\n", lines));
            using var survey = ListSurvey.Open(file, "RU");
            using var hash = new RowsHash();
            foreach (var row in survey.Rows(list, "RU", TestBot.Monday, 1_000))
            {
                Assert.Null(row.Flaw);
                hash.Add(row);
            }

            return hash.Value;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
