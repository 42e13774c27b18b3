using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Observability;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Handoff;
using HandoffBot.Tests.Features.Intake;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace HandoffBot.Tests.Observability;

/// <summary>What is scraped after known things happened.</summary>
[Collection(nameof(Alone))]
public sealed class MetricsTests
{
    private const long Sales = -1001;
    private const long Ivan = 11;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leads_are_counted_by_state_and_source_and_claims_by_how_long_they_took(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        using var scraper = await ScrapedAsync(bot);
        var talk = new Talk(bot);
        foreach (var i in Enumerable.Range(1, 4))
        {
            await LeadRows.AddAsync(bot, $"+7912000000{i}");
        }

        await talk.SayAsync();
        var arrived = TestBot.Monday;
        bot.Clock.Advance(arrived.AddSeconds(50) - bot.Clock.GetUtcNow());
        await talk.PressAsync(Ivan, new ButtonPress(LeadVerbs.Take, 1), Sales);
        bot.Clock.Advance(arrived.AddSeconds(200) - bot.Clock.GetUtcNow());
        await talk.PressAsync(Ivan, new ButtonPress(LeadVerbs.Take, 2), Sales);
        await talk.PressAsync(Ivan, new ButtonPress(LeadVerbs.Reject, 2, (long)RejectReason.Spam), Sales);
        bot.Clock.Advance(arrived.AddSeconds(320) - bot.Clock.GetUtcNow());

        var seen = await scraper.ReadAsync();

        Assert.Equal(2, seen.Of("handoff_leads", "source=\"Site\"", "state=\"New\""));
        Assert.Equal(1, seen.Of("handoff_leads", "source=\"Site\"", "state=\"Claimed\""));
        Assert.Equal(1, seen.Of("handoff_leads", "source=\"Site\"", "state=\"Rejected\""));
        Assert.Equal(320, seen.Of("handoff_leads_oldest_unclaimed_seconds"));
        Assert.Equal(2, seen.Of("handoff_time_to_claim_seconds_count"));
        Assert.Equal(250, seen.Of("handoff_time_to_claim_seconds_sum"));
        Assert.Equal(0, seen.Of("handoff_time_to_claim_seconds_bucket", "le=\"30\""));
        Assert.Equal(1, seen.Of("handoff_time_to_claim_seconds_bucket", "le=\"60\""));
        Assert.Equal(1, seen.Of("handoff_time_to_claim_seconds_bucket", "le=\"180\""));
        Assert.Equal(2, seen.Of("handoff_time_to_claim_seconds_bucket", "le=\"300\""));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_waits_to_be_said_is_counted_and_how_each_was_answered(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        using var scraper = await ScrapedAsync(bot);
        var said = new Sayings(bot);
        said.Answer = chat =>
            chat switch
            {
                Sales => new SendOutcome.Held(HeldReason.NoRight, "not enough rights"),
                Ivan => new SendOutcome.Refused("Bad Request: never heard of"),
                _ => null,
            };
        await said.SayAsync(Sales, "one", "two", "three");
        await said.SayAsync(Ivan, "four");
        await said.SayAsync(12, "five", "six");
        await bot.DispatchDueAsync();
        await said.SayAsync(12, "seven", "eight");
        bot.Clock.Advance(TimeSpan.FromSeconds(42));

        var seen = await scraper.ReadAsync();

        Assert.Equal(2, seen.Of("handoff_outbox_due"));
        Assert.Equal(42, seen.Of("handoff_outbox_age_seconds"));
        Assert.Equal(3, seen.Of("handoff_outbox_held", "kind=\"chat\""));
        Assert.Equal(0, seen.Of("handoff_outbox_held", "kind=\"person\""));
        Assert.Equal(2, seen.Of("handoff_sends_total", "delivery=\"EchoName\"", "outcome=\"Sent\""));
        Assert.Equal(1, seen.Of("handoff_sends_total", "delivery=\"EchoName\"", "outcome=\"Held\""));
        Assert.Equal(1, seen.Of("handoff_sends_total", "delivery=\"EchoName\"", "outcome=\"Refused\""));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leads_turned_away_are_counted_from_nought_also_where_their_source_cannot_be_read(
        StorageProvider provider
    )
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var bot = stage.Bot;
        bot.Services.GetRequiredService<MeterProvider>();
        bot.Services.GetRequiredService<HandoffMetrics>().BeginCounting();
        using var http = new HttpClient();
        var before = new Scrape(await http.GetStringAsync(new Uri($"{bot.ManagementUrl}/metrics")));

        await bot.CommitAsync(s => s.Db.Database.ExecuteSqlRawAsync("alter table sources rename to lost"));
        await stage.PostAsync(new { phone = "+79123451234" });

        const string Received = "handoff_leads_received_total";
        Assert.Equal(0, before.Of(Received, "outcome=\"failed\""));
        Assert.Equal(0, before.Of(Received, "outcome=\"busy\""));
        // What was scraped a moment ago is shown once more.
        await UntilAsync(async () =>
            new Scrape(await http.GetStringAsync(new Uri($"{bot.ManagementUrl}/metrics"))).Of(
                Received,
                "outcome=\"failed\""
            ) == 1
        );
    }

    [Fact]
    public async Task Who_scrapes_a_bot_that_has_just_started_sees_that_no_lead_was_turned_away()
    {
        await using var s = await Scenario.StartAsync();
        using var http = new HttpClient();

        var seen = new Scrape(await http.GetStringAsync(new Uri($"{s.ManagementUrl}/metrics")));

        Assert.Equal(0, seen.Of("handoff_leads_received_total", "outcome=\"failed\""));
    }

    [Fact]
    public async Task How_old_news_is_when_it_is_taken_up_is_seen()
    {
        await using var s = await Scenario.StartAsync();
        s.Ivan.Says("/mine");
        await s.Ivan.ExpectMessage("You have no open leads");
        s.World.Faults.Cut();
        s.Ivan.Says("/help");
        s.TimePasses(TimeSpan.FromSeconds(40));
        s.World.Faults.Restore();
        // The pause of an outage is five seconds at most.
        s.TimePasses(TimeSpan.FromSeconds(6));
        await s.Ivan.ExpectMessage("I bring leads to sales");

        using var http = new HttpClient();
        var seen = new Scrape(await http.GetStringAsync(new Uri($"{s.ManagementUrl}/metrics")));

        Assert.InRange(seen.Of("handoff_updates_lag_seconds"), 40, 50);
        // The poll that is open now brings nothing, and that is news as well.
        s.TimePasses(TimeSpan.FromSeconds(31));
        await UntilAsync(async () =>
            new Scrape(await http.GetStringAsync(new Uri($"{s.ManagementUrl}/metrics"))).Of(
                "handoff_updates_lag_seconds"
            ) == 0
        );
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(ScenarioChat.Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
        {
            await often.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Counting begins before anything happens, as it does in a running bot.</summary>
    private static async Task<Scraper> ScrapedAsync(TestBot bot)
    {
        bot.Services.GetRequiredService<MeterProvider>();
        return new Scraper(bot, await bot.ServeAsync());
    }

    private sealed class Scraper(TestBot bot, HttpClient http) : IDisposable
    {
        public async Task<Scrape> ReadAsync()
        {
            await bot.Services.GetRequiredService<RowCounts>().NowAsync(CancellationToken.None);
            return new Scrape(await http.GetStringAsync(new Uri($"{bot.ManagementUrl}/metrics")));
        }

        public void Dispose() => http.Dispose();
    }

    /// <summary>The text as it is scraped.</summary>
    private sealed class Scrape(string text)
    {
        /// <summary>The value of the one line of that name that has all these labels.</summary>
        public double Of(string name, params string[] labels)
        {
            var lines = text.Split('\n')
                .Where(l =>
                    l.StartsWith(name + "{", StringComparison.Ordinal)
                    || l.StartsWith(name + " ", StringComparison.Ordinal)
                )
                .Where(l => Array.TrueForAll(labels, label => l.Contains(label, StringComparison.Ordinal)))
                .ToList();
            Assert.True(lines.Count == 1, $"{name} {string.Join(",", labels)} stands {lines.Count} times in:\n{text}");
            var value = lines[0][(lines[0].LastIndexOf('}') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return double.Parse(lines[0].Contains('}') ? value[0] : value[1], CultureInfo.InvariantCulture);
        }
    }
}
