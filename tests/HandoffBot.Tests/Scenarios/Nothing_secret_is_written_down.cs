using System.Net;
using HandoffBot.Persistence;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

/// <summary>Every story is watched for it; this one walks where logs talk most: refusals, cuts, wrong keys, things that cannot be read.</summary>
public sealed class Nothing_secret_is_written_down
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Neither_token_nor_key_nor_contact_stands_in_a_log_or_trace(StorageProvider provider)
    {
        await using var s = await Scenario.StartAsync(provider: provider);
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
}
