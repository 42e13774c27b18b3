using System.Net;
using HandoffBot.Checkup;
using HandoffBot.Observability;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Scenarios;

/// <summary>Every story is watched for it; this one walks where logs talk most: refusals, cuts, wrong keys, things that cannot be read.</summary>
public sealed class Nothing_secret_is_written_down
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Neither_token_nor_key_nor_contact_stands_in_a_log_or_trace(StorageProvider provider)
    {
        await using var s = await Scenario.StartAsync(provider: provider);
        s.Watch.ReadsAll = true;
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        await s.Ivan.RepliesTo(sheet, "call +79123451234 after six");
        s.Ivan.Says("/find 9123451234");
        await s.Ivan.ExpectMessage("Found: 1");
        using var wrongKey = await s.PostLead(new { phone = "+79123451234" }, key: "hb_scenario-key-but-wrong");
        using var wrongTypes = await s.PostLead(new { phone = new[] { "+79123451234" }, name = "Anna Petrova" });
        s.World.Faults.Order(new Fault(FaultKind.ServerError) { Times = 2 });
        s.World.Faults.Cut();
        await s.LeadArrives(new { phone = "+79120000001", name = "Anna Petrova" });
        s.World.Faults.Restore();
        s.TimePasses(TimeSpan.FromSeconds(20));
        await s.Sales.ExpectMessage("L-2");

        Assert.Equal(HttpStatusCode.Unauthorized, wrongKey.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, wrongTypes.StatusCode);
        Assert.NotEqual(2, lead.Value);
        Assert.True(s.Watch.Lines > 100);
        Assert.Empty(s.Watch.Leaks);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nor_in_what_is_scraped_or_the_doctor_says(StorageProvider provider)
    {
        await using var s = await Scenario.StartAsync(provider: provider);
        var (lead, _, _) = await s.TakenBy(s.Ivan);
        using var wrongKey = await s.PostLead(new { phone = "+79123451234" }, key: "hb_scenario-key-but-wrong");
        await s.Services.GetRequiredService<RowCounts>().NowAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient();

        var scraped = await ReadAsync(http, s.ManagementUrl + "/metrics");
        var health = await ReadAsync(http, s.ManagementUrl + "/health");
        var found = await s
            .Services.GetRequiredService<Doctor>()
            .ExamineAsync(readsAll: true, TestContext.Current.CancellationToken);

        foreach (var language in new[] { "ru", "en" })
        {
            Assert.All(found, f => s.Watch.Look(f.In(WordingOf.Stranger(language))));
        }

        s.Watch.Look(scraped);
        s.Watch.Look(health);
        Assert.Contains("handoff_leads", scraped, StringComparison.Ordinal);
        Assert.Contains("\"parts\"", health, StringComparison.Ordinal);
        Assert.True(found.Count > 8);
        Assert.Empty(s.Watch.Leaks);
        Assert.Equal("L-1", lead.ToString());
    }

    private static Task<string> ReadAsync(HttpClient http, string address) =>
        http.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken);
}
