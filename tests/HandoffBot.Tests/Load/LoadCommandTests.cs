using System.Text.RegularExpressions;
using HandoffBot.Load;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Load;

public sealed partial class LoadCommandTests
{
    private static readonly string[] Needed = ["--bot", "bot", "--sandbox", "sandbox", "--folder", "folder"];

    [Fact]
    public void A_measure_that_there_is_not_is_refused_with_those_there_are()
    {
        var refused = LoadCommand.Make().Parse([.. Needed, "--only", "calm", "nosuch"]);
        var taken = LoadCommand.Make().Parse([.. Needed, "--only", .. AllMeasures.Names]);

        var said = Assert.Single(refused.Errors).Message;
        Assert.Contains("nosuch", said, StringComparison.Ordinal);
        Assert.All(AllMeasures.Names, name => Assert.Contains($"'{name}'", said, StringComparison.Ordinal));
        Assert.Empty(taken.Errors);
    }

    [Fact]
    public void Each_measure_can_be_asked_for_and_is_named_where_it_is_started()
    {
        var measured = Added()
            .Matches(File.ReadAllText(Repository.PathOf("tests/HandoffBot.Load/AllMeasures.cs")))
            .Select(m => m.Groups[1].Value)
            .Distinct();
        var script = File.ReadAllText(Repository.PathOf("scripts/load"));

        Assert.Equal(AllMeasures.Names, measured);
        Assert.All(AllMeasures.Names, name => Assert.Matches($@"[ ,]{name}[,\n]", script));
    }

    [GeneratedRegex(@"await Add\w*Async\(\s*""(\w+)""")]
    private static partial Regex Added();
}
