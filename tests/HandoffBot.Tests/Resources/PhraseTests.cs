using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Tests.Resources;

public sealed class PhraseTests
{
    [Theory]
    [InlineData(0, "0 лидов", "0 leads")]
    [InlineData(1, "1 лид", "1 lead")]
    [InlineData(2, "2 лида", "2 leads")]
    [InlineData(5, "5 лидов", "5 leads")]
    [InlineData(11, "11 лидов", "11 leads")]
    [InlineData(21, "21 лид", "21 leads")]
    [InlineData(112, "112 лидов", "112 leads")]
    [InlineData(-22, "-22 лида", "-22 leads")]
    public void Word_takes_the_form_that_fits_its_number(int number, string inRussian, string inEnglish)
    {
        Assert.Equal(inRussian, Fill("{0} {0:лид|лида|лидов}", Language.Russian, number));
        Assert.Equal(inEnglish, Fill("{0} {0:lead|leads}", Language.English, number));
    }

    [Fact]
    public void Fractions_take_a_form_of_their_own() =>
        Assert.Equal("2.5 лида", Fill("{0} {0:лид|лида|лидов}", Language.Russian, 2.5m));

    [Fact]
    public void Braces_in_the_text_are_doubled_and_in_a_value_left_alone() =>
        Assert.Equal("{a} {1}", Fill("{{a}} {0}", Language.English, "{1}"));

    [Theory]
    [InlineData("{1}")]
    [InlineData("{x}")]
    [InlineData("{0")]
    [InlineData("{0:one|two|three}")]
    public void Text_that_does_not_fit_its_values_is_refused(string text) =>
        Assert.Throws<FormatException>(() => Fill(text, Language.English, 1));

    private static string Fill(string text, Language language, params object?[] values) =>
        Phrase.Fill(text, language, (v, _) => Convert.ToString(v, CultureInfo.InvariantCulture) ?? "", values);
}
