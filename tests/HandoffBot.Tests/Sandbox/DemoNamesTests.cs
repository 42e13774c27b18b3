using HandoffBot.Domain.Team;
using HandoffBot.Sandbox.Demo;

namespace HandoffBot.Tests.Sandbox;

public sealed class DemoNamesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Surnames_agree_with_first_names(bool inRussian)
    {
        var texts = DemoTexts.Of(inRussian ? Language.Russian : Language.English);
        var random = new Random(42);

        var met = Enumerable.Range(0, 500).Select(_ => texts.NameFrom(random).Split(' ')).ToList();

        Assert.Empty(texts.Women.First.Intersect(texts.Men.First));
        Assert.All(
            met,
            name => Assert.Contains(name[1], texts.Women.First.Contains(name[0]) ? texts.Women.Last : texts.Men.Last)
        );
        string[] feminine = ["а", "a"];
        Assert.DoesNotContain(texts.Men.Last, last => feminine.Any(last.EndsWith));
        Assert.DoesNotContain(
            texts.Women.Last,
            last => last.EndsWith("ов", StringComparison.Ordinal) || last.EndsWith("ov", StringComparison.Ordinal)
        );
    }
}
