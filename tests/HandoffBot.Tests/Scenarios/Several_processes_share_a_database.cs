using HandoffBot.Leadership;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Scenarios;

public sealed class Several_processes_share_a_database
{
    [Fact]
    public async Task The_one_that_listens_takes_leads_and_speaks_when_the_other_one_stops()
    {
        await using var s = await Scenario.StartAsync(provider: StorageProvider.Postgres);
        await s.LeadArrives(Lead(1));
        await s.Sales.ExpectMessage("🔥 L-1");
        var twin = await s.StartTwinAsync();
        var leader = twin.Services.GetRequiredService<Leader>();

        using var atTheTwin = await s.PostLead(Lead(2), at: twin.Urls.First());
        var second = await s.Sales.ExpectMessage("🔥 L-2");
        Assert.False(leader.IsHeld);
        await s.StopAsync();
        await s.Ivan.Press(second, "Take");
        await s.Ivan.ExpectMessage("+79120000002");
        using var after = await s.PostLead(Lead(3), at: twin.Urls.First());
        await s.Sales.ExpectMessage("🔥 L-3");

        Assert.True(leader.IsHeld);
        Assert.Equal(3, s.Sales.Messages.Count(m => m.Text?.Contains("L-", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Asked_to_stop_the_one_that_speaks_is_gone_in_seconds()
    {
        await using var s = await Scenario.StartAsync(provider: StorageProvider.Postgres);
        await s.LeadArrives(Lead(1));
        await s.Sales.ExpectMessage("🔥 L-1");

        // The system kills what has not ended after half a minute.
        await s.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_process_that_is_paused_within_a_transaction_keeps_nobody_from_committing()
    {
        await using var s = await Scenario.StartAsync(provider: StorageProvider.Postgres);
        await s.LeadArrives(Lead(1));
        var twin = await s.StartTwinAsync();
        await using var services = twin.Services.CreateAsyncScope();
        var paused = services.ServiceProvider.GetRequiredService<HandoffDb>();
        await using var open = await paused.BeginAsync(TestContext.Current.CancellationToken);
        await paused.NextAsync("lead", TestContext.Current.CancellationToken);

        await s.LeadArrives(Lead(2)).WaitAsync(TimeSpan.FromSeconds(20));

        await s.Sales.ExpectMessage("🔥 L-2");
    }

    private static object Lead(int number) => new { phone = $"+7912000000{number}", product = "Windows" };
}
