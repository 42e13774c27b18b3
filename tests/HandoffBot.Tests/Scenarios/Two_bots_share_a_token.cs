using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Tests.Scenarios;

public sealed class Two_bots_share_a_token
{
    [Fact]
    public async Task Both_say_so_cards_go_out_a_press_has_one_effect_and_the_one_that_is_left_goes_on()
    {
        await using var s = await Scenario.StartAsync();
        await using var foreign = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        var other = await s.StartTwinAsync(
            new Dictionary<string, string?>(foreign.ForgettingFiles)
            {
                ["Storage:Provider"] = nameof(StorageProvider.Sqlite),
                ["ConnectionStrings:Handoff"] = foreign.ConnectionString,
            }
        );

        await UntilToldAsync(s, s.Services);
        await UntilToldAsync(s, other.Services);
        var card = await s.Sales.ExpectMessage($"🔥 {await s.LeadArrives()}");
        await s.Ivan.Press(card, "Take");
        await other.StopAsync();
        var (ours, theirs) = (await HeardAsync(s.Services), await HeardAsync(other.Services));
        await UntilAsync(s, async () => (await TelegramAsync(s.Services)).Status is HealthStatus.Healthy);

        // What one of them has not confirmed yet the other one gets as well; each knows it once.
        Assert.All([ours, theirs], heard => Assert.Equal(heard.Distinct().Count(), heard.Count));
        Assert.NotEmpty(ours.Union(theirs));
        if (!await s.ReadAsync(db => db.Leads.AnyAsync(l => l.Status == LeadStatus.Claimed)))
        {
            // The other one heard the first press, and knows neither the lead nor the rep.
            await s.Ivan.Press(card, "Take");
        }

        await s.Sales.ExpectTurned(card, "✅ L-1");
        Assert.Equal(1, await s.ReadAsync(db => db.LeadEvents.CountAsync(e => e.Kind == nameof(LeadClaimed))));
    }

    private static Task UntilToldAsync(Scenario s, IServiceProvider bot) =>
        UntilAsync(
            s,
            async () =>
                await TelegramAsync(bot) is { Status: HealthStatus.Unhealthy, Description: { } words }
                && words.StartsWith("Another program listens with the same token", StringComparison.Ordinal)
        );

    private static async Task<HealthReportEntry> TelegramAsync(IServiceProvider bot)
    {
        var health = bot.GetRequiredService<HealthCheckService>();
        return (await health.CheckHealthAsync(check => check.Name == "telegram")).Entries["telegram"];
    }

    private static async Task<List<long>> HeardAsync(IServiceProvider bot)
    {
        await using var scope = bot.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<HandoffDb>()
            .Updates.Select(u => u.UpdateId)
            .ToListAsync();
    }

    /// <summary>The clock goes on second by second: each of them makes way for the other in turn.</summary>
    private static async Task UntilAsync(Scenario s, Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(ScenarioChat.Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await isSo())
        {
            s.TimePasses(TimeSpan.FromSeconds(1));
            await often.WaitForNextTickAsync(patience.Token);
        }
    }
}
