using System.Reflection;
using System.Text.RegularExpressions;
using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests;

public sealed partial class ArchitectureTests
{
    private const int LongestFile = 300;

    private static readonly Assembly Domain = typeof(Lead).Assembly;
    private static readonly Assembly Bot = typeof(HandoffBotHost).Assembly;
    private static readonly Assembly Sandbox = typeof(TelegramWorld).Assembly;

    [Fact]
    public void References_run_one_way()
    {
        string[] domain = [.. OursIn(Domain)];
        string[] bot = [.. OursIn(Bot)];
        string[] sandbox = [.. OursIn(Sandbox)];

        Assert.Empty(domain);
        Assert.Equal(["HandoffBot.Domain"], bot);
        Assert.Empty(sandbox.Except(["HandoffBot.Domain", "HandoffBot"]));
    }

    [Fact]
    public void Domain_needs_no_package() =>
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name));

    [Fact]
    public void Only_the_Telegram_folder_sees_the_Telegram_client() =>
        Assert.DoesNotContain(
            Repository.Sources("src"),
            s =>
                !s.Path.StartsWith("src/HandoffBot/Telegram/", StringComparison.Ordinal)
                && TelegramClient().IsMatch(s.Text)
        );

    [Fact]
    public void Only_the_host_names_the_Telegram_folder() =>
        Assert.Equal(
            ["src/HandoffBot/HandoffBotHost.cs"],
            Repository
                .Sources("src/HandoffBot")
                .Where(s => s.Text.Contains("HandoffBot.Telegram", StringComparison.Ordinal))
                .Select(s => s.Path)
                .Where(p => !p.StartsWith("src/HandoffBot/Telegram/", StringComparison.Ordinal))
        );

    [Fact]
    public void No_feature_uses_another()
    {
        var uses =
            from source in Repository.Sources("src/HandoffBot/Features")
            let own = source.Path.Split('/')[3]
            from Match named in FeatureNamed().Matches(source.Text)
            where named.Groups[1].Value != own
            select $"{source.Path} uses {named.Groups[1].Value}";

        Assert.Empty(uses);
    }

    [Theory]
    [InlineData("src/HandoffBot.Sandbox/BotApi")]
    [InlineData("src/HandoffBot.Sandbox/World")]
    public void Look_alike_knows_nothing_of_the_bot(string folder)
    {
        var sources = Repository.Sources(folder).ToList();

        Assert.NotEmpty(sources);
        Assert.DoesNotContain(sources, s => BotNamed().IsMatch(s.Text));
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Empty(
            new[] { Domain, Bot, Sandbox, typeof(ArchitectureTests).Assembly }
                .SelectMany(a => a.GetTypes())
                .Where(t => t.FullName!.StartsWith("HandoffBot.", StringComparison.Ordinal))
                .Where(t => EmptyName().IsMatch(t.Name) && !IsNamedByVerb(t))
                .Select(t => t.FullName)
        );

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_file_is_too_long_to_be_read_at_once(string folder) =>
        Assert.Empty(
            Repository
                .Sources(folder)
                .Where(s => !s.Path.Contains("/Migrations/", StringComparison.Ordinal))
                .Where(s => s.Text.Count(c => c == '\n') > LongestFile)
                .Select(s => s.Path)
        );

    [Theory]
    [InlineData("src/HandoffBot")]
    [InlineData("src/HandoffBot.Domain")]
    public void Russian_stands_in_the_resources_only(string folder) =>
        Assert.DoesNotContain(Repository.Sources(folder), s => Cyrillic().IsMatch(s.Text));

    [Fact]
    public void Nothing_but_the_messenger_is_mocked() =>
        Assert.All(
            Repository.Sources("tests").SelectMany(s => Mocked().Matches(s.Text)),
            m => Assert.Equal(nameof(IChat), m.Groups[1].Value)
        );

    [Fact]
    public void Every_feature_names_a_test_that_exists()
    {
        var tests = TestNames();
        var features = File.ReadAllLines(Repository.PathOf("docs/features.md"))
            .Where(l => l.StartsWith("- ", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(features);
        Assert.All(features, line => Assert.Contains(Feature().Match(line).Groups[1].Value, tests));
    }

    [Fact]
    public void Every_fault_names_tests_that_exist()
    {
        var faults = File.ReadAllText(Repository.PathOf("docs/faults.md")).Split("## Not tested here")[0];
        var lines = faults.Split('\n').Where(l => l.StartsWith("- ", StringComparison.Ordinal)).ToList();
        var named = Named().Matches(faults).Select(m => m.Groups[1].Value).ToList();

        Assert.True(lines.Count > 20);
        Assert.All(lines, line => Assert.Matches(Named(), line));
        Assert.Empty(named.Except(TestNames()));
    }

    private static HashSet<string> TestNames() =>
        typeof(ArchitectureTests)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttributes<FactAttribute>().Any())
            .Select(m => m.Name)
            .ToHashSet();

    private static IEnumerable<string> OursIn(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(n => n.StartsWith("HandoffBot", StringComparison.Ordinal));

    /// <summary>What is done to the team's manager ends in a person, not in an empty word.</summary>
    private static bool IsNamedByVerb(Type type) =>
        type.IsAssignableTo(typeof(IDelivery)) || type.IsAssignableTo(typeof(IButton));

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<!HandoffBot\.)\bTelegram\.Bot\b")]
    private static partial Regex TelegramClient();

    [GeneratedRegex(@"HandoffBot\.Features\.(\w+)")]
    private static partial Regex FeatureNamed();

    [GeneratedRegex(@"\bHandoffBot\.(?!Sandbox\b)")]
    private static partial Regex BotNamed();

    [GeneratedRegex("(Manager|Service|Processor|Helper|Helpers|Util|Utils|Common)$|^Handler$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"\bMock(?:\.Of)?<(\w+)>")]
    private static partial Regex Mocked();

    [GeneratedRegex(@"— `(\w+)`$")]
    private static partial Regex Feature();
}
