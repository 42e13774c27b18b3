using System.Net;
using HandoffBot.Leadership;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

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
    public async Task The_one_that_listens_is_ready_to_speak_and_says_nothing_meanwhile()
    {
        await using var s = await Scenario.StartAsync(provider: StorageProvider.Postgres);
        var twin = await s.StartTwinAsync();
        var leader = twin.Services.GetRequiredService<ElectedLeader>();
        await s.LeadArrives(Lead(1));
        await s.Sales.ExpectMessage("🔥 L-1");
        var before = await OutboxAsync(s);

        await UntilAsync(() => leader.IsReady);

        Assert.Contains("ready", leader.Words, StringComparison.Ordinal);
        Assert.Equal(before, await OutboxAsync(s));
        Assert.Single(s.Sales.Messages, m => m.Text?.Contains("L-1", StringComparison.Ordinal) == true);
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

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    public async Task A_process_whose_clock_is_a_minute_off_loses_nothing_and_says_nothing_twice(int seconds)
    {
        await using var s = await Scenario.StartAsync(provider: StorageProvider.Postgres);
        await s.LeadArrives(Lead(1));
        var clock = new ShiftedClock(s.World.Clock, TimeSpan.FromSeconds(seconds));
        var twin = await s.StartTwinAsync(clock: clock);

        using var atTheTwin = await s.PostLead(Lead(2), at: twin.Urls.First());
        // What it puts down for its now is due within that minute.
        s.TimePasses(TimeSpan.FromSeconds(60));
        var card = await s.Sales.ExpectMessage("🔥 L-2");
        await s.StopAsync();
        var answer = await s.Ivan.Press(card, "Take");
        using var after = await s.PostLead(Lead(3), at: twin.Urls.First());
        // Who was said something a minute from now is not spoken to before that.
        s.TimePasses(TimeSpan.FromSeconds(60));
        await s.Sales.ExpectMessage("🔥 L-3");

        await s.Sales.ExpectTurned(card, "✅ L-2");
        Assert.Contains("is yours", answer.Text, StringComparison.Ordinal);
        Assert.All(
            ["🔥 L-1 ", "✅ L-2 ", "🔥 L-3 "],
            head => Assert.Single(s.Sales.Messages, m => m.Text?.StartsWith(head, StringComparison.Ordinal) == true)
        );
    }

    [Fact]
    public async Task While_the_server_is_slow_leads_wait_and_each_is_taken_once()
    {
        await using var s = await Scenario.StartAsync(provider: StorageProvider.Postgres);
        await s.LeadArrives(Lead(1));
        await using var other = new NpgsqlConnection(s.Database.ConnectionString);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var holding = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(other, "lock table leads in access exclusive mode");

        var posts = Enumerable.Range(2, 7).Select(n => s.PostLead(Lead(n))).ToList();
        await ExecuteUntilOneAsync(other, "select count(*) > 0 from pg_locks where not granted");
        var waited = posts.All(p => !p.IsCompleted);
        await holding.CommitAsync(TestContext.Current.CancellationToken);
        var answers = await Task.WhenAll(posts);

        Assert.True(waited);
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a.StatusCode));
        Assert.Equal(8, await s.ReadAsync(db => db.Leads.CountAsync()));
        await s.Sales.ExpectMessage("🔥 L-8");
    }

    private static Task<List<string>> OutboxAsync(Scenario s) =>
        s.ReadAsync(db =>
            db.Outbox.Where(o => o.Delivery == Deliveries.PostCard)
                .OrderBy(o => o.Seq)
                .Select(o => $"{o.Seq} {o.Attempts} {o.LeasedAt}")
                .ToListAsync()
        );

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!isSo())
        {
            await often.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private static async Task ExecuteUntilOneAsync(NpgsqlConnection connection, string sql)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await ExecuteAsync(connection, sql) is not true)
        {
            await often.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static object Lead(int number) => new { phone = $"+7912000000{number}", product = "Windows" };
}
