using System.Text;
using CsCheck;
using HandoffBot.Domain.Intake;

namespace HandoffBot.Tests.Domain.Intake;

public sealed class OutsideTextTests
{
    private const string Family = "👨‍👩‍👧‍👦";

    private static readonly Gen<string> Anything = Gen.OneOf(
            Gen.Char.Select(c => c.ToString()),
            Gen.Char['\u2000', '\u2070'].Select(c => c.ToString()),
            Gen.Char['\uD800', '\uDFFF'].Select(c => c.ToString()),
            Gen.OneOf(
                Gen.Const(Family),
                Gen.Const("e\u0301\u0323"),
                Gen.Const(" "),
                Gen.Const("\r\n"),
                Gen.Const("слово")
            )
        )
        .Array[0, 40]
        .Select(string.Concat);

    [Theory]
    [InlineData("  Anna \t\r\n Petrova ", "Anna Petrova")]
    [InlineData("An\0na\u0007", "Anna")]
    [InlineData("\uD83D Anna \uDE00", "Anna")]
    [InlineData("\u202Eanna\u202C\u2066", "anna")]
    [InlineData("8\u200B912", "8912")]
    [InlineData(null, "")]
    public void Line_keeps_only_what_can_be_read(string? text, string expected) =>
        Assert.Equal(expected, OutsideText.Line(text, 100));

    [Fact]
    public void Paragraphs_stay_apart() =>
        Assert.Equal("one\n\ntwo\nthree", OutsideText.Lines("\r\none\r\n\r\n\r\n two \rthree\n\n", 100));

    [Fact]
    public void What_is_fine_already_is_what_cleaning_would_make_of_it() =>
        Gen.Select(Gen.OneOf(Anything, Gen.String["ab яё \u00A0\u00AD\u00B7é\u1680-~"]), Gen.Int[0, 50])
            .Sample(
                (text, max) =>
                {
                    // A space or an empty line in front has it cleaned letter by letter.
                    Assert.Equal(OutsideText.Line(" " + text, max), OutsideText.Line(text, max));
                    Assert.Equal(OutsideText.Lines("\n" + text, max), OutsideText.Lines(text, max));
                },
                iter: 20_000
            );

    [Fact]
    public void Emoji_made_of_many_is_kept_whole_or_not_at_all()
    {
        Assert.Equal(Family, OutsideText.Line(Family + Family, Family.Length + 5));
        Assert.Equal("", OutsideText.Line(Family, Family.Length - 1));
        Assert.Equal(Family + "…", OutsideText.Cut(Family + Family + Family, 2));
    }

    [Theory]
    [InlineData("Три окна, замер в субботу", 20, "Три окна, замер в…")]
    [InlineData("Три окна, замер в субботу", 10, "Три окна…")]
    [InlineData("Три окна, замер в субботу", 25, "Три окна, замер в субботу")]
    [InlineData("Достопримечательность", 8, "Достопр…")]
    [InlineData("А достопримечательность", 8, "А досто…")]
    public void Long_text_ends_at_a_word(string text, int elements, string expected) =>
        Assert.Equal(expected, OutsideText.Cut(text, elements));

    [Fact]
    public void Isolated_text_cannot_turn_what_stands_around_it() =>
        Assert.Equal("\u2068שלום\u2069", OutsideText.Isolate("שלום"));

    [Fact]
    public void Clean_text_is_short_well_formed_and_clean_for_good() =>
        Gen.Select(Anything, Gen.Int[0, 60])
            .Sample(
                (text, max) =>
                    new[] { OutsideText.Line(text, max), OutsideText.Lines(text, max) }.All(clean =>
                        clean.Length <= max
                        && clean.EnumerateRunes().All(r => r != Rune.ReplacementChar)
                        && clean.All(c => c == '\n' || !char.IsControl(c))
                        && OutsideText.Lines(clean, max) == clean
                    ),
                iter: 20_000
            );

    [Fact]
    public void Cut_never_falls_within_a_text_element() =>
        Gen.Select(Anything, Gen.Int[1, 30])
            .Sample(
                (text, max) =>
                {
                    var clean = OutsideText.Lines(text, 1000);
                    var cut = OutsideText.Cut(clean, max);
                    var starts = StringInfo.ParseCombiningCharacters(clean).Append(clean.Length);

                    return cut == clean
                        || (
                            new StringInfo(cut).LengthInTextElements <= max
                            && starts.Contains(cut.Length - 1)
                            && clean.StartsWith(cut[..^1], StringComparison.Ordinal)
                        );
                },
                iter: 20_000
            );
}
