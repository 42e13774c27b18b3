using System.Text.RegularExpressions;
using System.Xml.Linq;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Packages;

public sealed partial class PinnedVersionsTests
{
    private static readonly string[] BuildOutput = ["/artifacts/", "/.git/"];

    [Fact]
    public void Every_package_has_one_exact_version_in_one_place()
    {
        var pinned = XDocument
            .Load(Repository.PathOf("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .ToList();
        var referred = Projects().SelectMany(p => p.Descendants("PackageReference")).ToList();

        Assert.NotEmpty(referred);
        Assert.All(pinned, p => Assert.Matches(Exact(), Attribute(p, "Version")));
        Assert.All(referred, r => Assert.Null(r.Attribute("Version") ?? r.Attribute("VersionOverride")));
        Assert.All(referred.Elements(), e => Assert.DoesNotContain("Version", e.Name.LocalName));
        Assert.Empty(referred.Select(r => Attribute(r, "Include")).Except(pinned.Select(p => Attribute(p, "Include"))));
    }

    [Fact]
    public void Every_tool_has_one_exact_version()
    {
        var versions = VersionLine().Matches(File.ReadAllText(Repository.PathOf("dotnet-tools.json"))).ToList();

        Assert.NotEmpty(versions);
        Assert.All(versions, v => Assert.Matches(Exact(), v.Groups[1].Value));
    }

    private static IEnumerable<XDocument> Projects() =>
        Directory
            .EnumerateFiles(Repository.PathOf("."), "*.*proj", SearchOption.AllDirectories)
            .Append(Repository.PathOf("Directory.Build.props"))
            .Where(f => !BuildOutput.Any(o => f.Replace('\\', '/').Contains(o, StringComparison.Ordinal)))
            .Select(f => XDocument.Load(f));

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? "";

    [GeneratedRegex(@"^\d+(\.\d+){1,3}(-[A-Za-z0-9.]+)?$")]
    private static partial Regex Exact();

    [GeneratedRegex("\"version\": \"([^\"]*[^\"\\d][^\"]*)\"")]
    private static partial Regex VersionLine();
}
