using System.Text.RegularExpressions;
using HandoffBot.Observability;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Tests.Observability;

[Collection(nameof(Alone))]
public sealed partial class OperationsTests
{
    private static readonly string[] Seen = ["ops/grafana.json", "ops/alerts.yaml"];

    [Fact]
    public async Task Every_metric_of_the_board_and_the_alerts_is_exported()
    {
        using var backups = new TestFolder();
        await File.WriteAllTextAsync(backups.Of("handoff-20270316-030000.dump"), "");
        await using var s = await Scenario.StartAsync(provider: StorageProvider.Postgres);
        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥 L-1");
        await s.StopAsync();
        var bot = await s.StartTwinAsync(new Dictionary<string, string?> { ["Backup:Folder"] = backups.Path });

        using var posted = await s.PostLead(new { phone = "+79120000001" }, at: bot.Urls.First());
        var card = await s.Sales.ExpectMessage("🔥 L-2");
        await s.Ivan.Press(card, "Take");
        await s.Ivan.ExpectMessage("+79120000001");
        await bot.Services.GetRequiredService<RowCounts>().NowAsync(CancellationToken.None);
        var health = await bot.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        await bot.Services.GetRequiredService<IHealthCheckPublisher>().PublishAsync(health, CancellationToken.None);
        using var http = new HttpClient();
        var scraped = await http.GetStringAsync(new Uri($"{HandoffBotHost.ManagementAddress(bot)}/metrics"));

        var named = Seen.SelectMany(f => Metric().Matches(Read(f))).Select(m => m.Value).ToHashSet();
        Assert.True(named.Count > 10);
        Assert.DoesNotContain(named, n => !Regex.IsMatch(scraped, $@"^{n}[{{ ]", RegexOptions.Multiline));
    }

    [Fact]
    public void Every_alert_names_what_to_do()
    {
        var pages = Heading().Matches(Read("docs/operations.md")).Select(m => Anchor(m.Groups[1].Value)).ToHashSet();
        var alerts = Read(Seen[1]);

        Assert.Equal(Regex.Count(alerts, "- alert: "), Regex.Count(alerts, "runbook: docs/operations.md#"));
        Assert.All(Seen, f => Assert.NotEmpty(Page().Matches(Read(f))));
        Assert.Empty(Seen.SelectMany(f => Page().Matches(Read(f))).Select(m => m.Groups[1].Value).Except(pages));
        Assert.Empty(Within().Matches(Read("docs/operations.md")).Select(m => m.Groups[1].Value).Except(pages));
    }

    /// <summary>Two services that poll with one token would take each other's presses.</summary>
    [Fact]
    public void Whatever_is_switched_on_in_compose_there_is_one_bot()
    {
        var (file, postgres) = (Read("compose.yaml"), Read("compose.postgres.yaml"));

        Assert.Equal(["bot"], Services(file));
        Assert.Equal(["bot", "postgres"], Services(postgres));
        Assert.DoesNotContain("profiles:", file + postgres, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_it_refuses_to_start_it_is_started_again_at_most_twice_a_minute()
    {
        var rest = Regex.Match(Read("ops/handoffbot.service"), @"^RestartSec=(\d+)$", RegexOptions.Multiline);

        Assert.InRange(int.Parse(rest.Groups[1].Value, CultureInfo.InvariantCulture), 30, 60);
    }

    private static IEnumerable<string> Services(string compose)
    {
        var all = Regex.Match(compose, @"(?m)^services:\n(?:(?:  .*)?\n)*").Value;
        return Regex.Matches(all, @"^  (\w[\w-]*):$", RegexOptions.Multiline).Select(m => m.Groups[1].Value);
    }

    private static string Read(string file) => File.ReadAllText(Repository.PathOf(file));

    /// <summary>As web sites that show Markdown make it of a heading.</summary>
    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("handoff_[a-z0-9_]+")]
    private static partial Regex Metric();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"docs/operations\.md#([\w-]+)")]
    private static partial Regex Page();

    [GeneratedRegex(@"\]\(#([\w-]+)\)")]
    private static partial Regex Within();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
