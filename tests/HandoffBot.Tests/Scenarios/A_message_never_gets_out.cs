using HandoffBot.Observability;
using HandoffBot.Outbox;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_message_never_gets_out
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task It_is_seen_the_admin_hears_of_it_and_mended_it_is_said(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        s.World.Faults.Order(
            new Fault(FaultKind.TooManyRequests)
            {
                Method = "sendMessage",
                ChatId = s.Sales.Id,
                RetryAfter = 60,
            }
        );
        var lead = await s.LeadArrives();
        await s.ReadUntilAsync(db => db.Outbox.AnyAsync(o => o.Delivery == "PostCard" && o.Why == "429"));
        await ArgueAsync(s, "nonsense");

        await s.PassUntilAsync(db => db.Outbox.AnyAsync(o => o.Failures >= StuckMessages.AfterFailures + 1));

        await s.Olga.ExpectMessage(s.Words.Say("Team.MessagesStuck", 1));
        Assert.Equal(1, await s.ReadAsync(db => db.Outbox.CountAsync(o => o.Delivery == StuckMessages.Delivery)));
        Assert.Equal(HealthStatus.Degraded, (await HealthAsync(s)).Status);
        Assert.False(s.Sales.HasMessage($"🔥 {lead}"));
        await ArgueAsync(s, $$"""{"lead":{{lead.Value}}}""");
        s.TimePasses(TimeSpan.FromMinutes(2));
        await s.Sales.ExpectMessage($"{lead}");
        await s.ReadUntilAsync(db => db.Outbox.AnyAsync(o => o.Delivery == "PostCard" && o.State == OutboxState.Sent));
        await s.ReadUntilAsync(async db => !await db.Outbox.AnyAsync(StuckMessages.AreStuck));
    }

    private static Task<int> ArgueAsync(Scenario s, string arguments) =>
        s.ReadAsync(db =>
            db.Outbox.Where(o => o.Delivery == "PostCard")
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.Arguments, arguments))
        );

    private static async Task<HealthCheckResult> HealthAsync(Scenario s)
    {
        // One of its own: it counts anew every quarter of a minute of real time only.
        using var counts = ActivatorUtilities.CreateInstance<RowCounts>(s.Services);
        var health = new OutboxHealth(counts);
        return await health.CheckHealthAsync(new HealthCheckContext(), CancellationToken.None);
    }
}
