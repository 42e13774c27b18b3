using System.Text.RegularExpressions;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Tests.Resources;

public sealed partial class TextsTests
{
    public static TheoryData<string> Files => [.. Texts.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_stands_in_both_languages(string file) =>
        Assert.Equal(Texts.Of(file, Language.English).Keys.Order(), Texts.Of(file, Language.Russian).Keys.Order());

    [Theory]
    [MemberData(nameof(Files))]
    public void Key_begins_with_the_name_of_its_file(string file) =>
        Assert.All(
            Texts.Of(file, Language.English).Keys,
            k => Assert.StartsWith(file + ".", k, StringComparison.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void Both_languages_take_the_same_values(string file) =>
        Assert.All(
            Texts.Of(file, Language.English),
            text => Assert.Equal(Values(text.Value), Values(Texts.Get(text.Key, Language.Russian)))
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void Word_beside_a_number_has_all_its_forms(string file)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.All(
                Texts.Of(file, language).Values.SelectMany(t => Forms().Matches(t)),
                m => Assert.Equal(Plural.FormsOf(language), m.Groups[1].Value.Split('|').Length)
            );
        }
    }

    [Fact]
    public void Every_key_named_in_the_code_has_its_text()
    {
        var named = Sources().SelectMany(s => NamedKeys().Matches(s)).Select(m => m.Groups[1].Value).Distinct();

        var keys = named.Where(k => Texts.Files.Contains(k.Split('.')[0])).ToList();

        Assert.Contains("Common.Tomorrow", keys);
        Assert.All(keys, k => Assert.Contains(k, Texts.Of(k.Split('.')[0], Language.English).Keys));
    }

    private static IEnumerable<string> Sources()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "HandoffBot.sln")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("The solution is not above the tests.");
        }

        return Directory
            .EnumerateFiles(Path.Combine(root.FullName, "src", "HandoffBot"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText);
    }

    private static IEnumerable<string> Values(string text) =>
        Holes().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Holes();

    [GeneratedRegex(@"\{\d+:([^}]*\|[^}]*)\}")]
    private static partial Regex Forms();

    [GeneratedRegex("(?:\\[|Say\\(\\s*|Get\\(\\s*)\"([A-Z][a-z]+\\.[A-Z]\\w+)\"")]
    private static partial Regex NamedKeys();
}
