using System.Diagnostics;
using HandoffBot.Leadership;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace HandoffBot.Tests.Leadership;

/// <summary>Three processes in one, each with its election, on a real PostgreSQL.</summary>
public sealed class ElectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Of_three_processes_one_speaks_and_another_takes_over_when_its_session_dies()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Postgres);
        var three = Enumerable.Range(0, 3).Select(_ => new Voter(database.ConnectionString)).ToList();
        foreach (var voter in three)
        {
            await voter.Election.StartAsync(TestContext.Current.CancellationToken);
        }

        var first = await OneOfAsync(three);
        var term = await first.Leader.TermAsync(TestContext.Current.CancellationToken);
        await EndSessionAsync(database.ConnectionString);
        await UntilAsync(() => three.Exists(v => v != first && v.Leader.IsHeld));

        Assert.True(term.IsCancellationRequested);
        Assert.Single(three, v => v.Leader.IsHeld);
        foreach (var voter in three)
        {
            await voter.DisposeAsync();
        }
    }

    [Fact]
    public async Task Who_is_not_ready_to_speak_yet_leaves_it_to_the_one_that_is()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Postgres);
        await using var first = new Voter(database.ConnectionString);
        await using var cold = new Voter(database.ConnectionString);
        await using var warm = new Voter(database.ConnectionString);
        await first.Election.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => first.Leader.IsHeld);
        await cold.Election.StartAsync(TestContext.Current.CancellationToken);
        await cold.Leader.FollowsAsync(TestContext.Current.CancellationToken);
        await warm.Election.StartAsync(TestContext.Current.CancellationToken);
        await warm.Leader.FollowsAsync(TestContext.Current.CancellationToken);
        warm.Leader.IsReady = true;

        await EndSessionAsync(database.ConnectionString);
        await UntilAsync(() => cold.Leader.IsHeld || warm.Leader.IsHeld);
        var warmLed = warm.Leader.IsHeld;
        await warm.Election.StopAsync(CancellationToken.None);
        await first.Election.StopAsync(CancellationToken.None);
        await UntilAsync(() => cold.Leader.IsHeld);

        Assert.True(warmLed);
    }

    [Fact]
    public async Task Who_follows_wakes_the_one_who_speaks()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Postgres);
        await using var voter = new Voter(database.ConnectionString);
        await voter.Election.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => voter.Leader.IsHeld);
        var woken = voter.Bell.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await UntilAsync(
            () => woken.IsCompleted,
            () => ExecuteAsync(database.ConnectionString, $"select pg_notify('{LeaderLock.Channel}', '')")
        );

        await woken;
    }

    [Fact]
    public async Task Stopped_it_leaves_the_lock_to_others()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Postgres);
        await using var next = new Voter(database.ConnectionString);
        await using (var first = new Voter(database.ConnectionString))
        {
            await first.Election.StartAsync(TestContext.Current.CancellationToken);
            await UntilAsync(() => first.Leader.IsHeld);
            await next.Election.StartAsync(TestContext.Current.CancellationToken);
            Assert.False(next.Leader.IsHeld);
        }

        await UntilAsync(() => next.Leader.IsHeld);
    }

    [Fact]
    public async Task Where_a_second_session_gets_the_lock_too_nobody_speaks()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Postgres);
        await LetEverybodyLockAsync(database.ConnectionString);
        await using var voter = new Voter($"{database.ConnectionString};Search Path=pooled,public,pg_catalog");

        await voter.Election.StartAsync(TestContext.Current.CancellationToken);
        var led = false;
        await UntilAsync(() =>
        {
            led |= voter.Leader.IsHeld;
            return voter.Leader.Trouble is not null;
        });

        Assert.Contains("pooler", voter.Leader.Words, StringComparison.Ordinal);
        Assert.False(led);
        Assert.False(voter.Leader.IsHeld);
    }

    [Fact]
    public void A_leader_not_answered_for_two_seconds_does_not_speak()
    {
        using var leader = new ElectedLeader();
        var now = Stopwatch.GetTimestamp();

        leader.Begin(now, CancellationToken.None);
        var atFirst = leader.IsHeld;
        leader.Prove(now - (3 * Stopwatch.Frequency));

        Assert.True(atFirst);
        Assert.False(leader.IsHeld);
    }

    [Fact]
    public void Who_takes_over_says_first_what_waits_and_sweeps_two_seconds_later()
    {
        using var first = new ElectedLeader();
        using var second = new ElectedLeader();
        var now = Stopwatch.GetTimestamp();

        first.Begin(now, CancellationToken.None);
        second.Follow();
        second.Begin(now, CancellationToken.None);
        var atOnce = (first.MaySweep, second.MaySweep, second.IsHeld);
        second.Begin(now - (3 * Stopwatch.Frequency), CancellationToken.None);
        second.Prove(Stopwatch.GetTimestamp());

        Assert.Equal((true, false, true), atOnce);
        Assert.True(second.MaySweep);
    }

    private static async Task<Voter> OneOfAsync(List<Voter> voters)
    {
        await UntilAsync(() => voters.Exists(v => v.Leader.IsHeld));
        return voters.Single(v => v.Leader.IsHeld);
    }

    private static Task EndSessionAsync(string server) =>
        ExecuteAsync(
            server,
            """
            select pg_terminate_backend(l.pid) from pg_locks l
            where l.locktype = 'advisory' and l.granted
              and l.database = (select oid from pg_database where datname = current_database())
            """
        );

    /// <summary>As where a pooler gives the same session to all of them.</summary>
    private static Task LetEverybodyLockAsync(string server) =>
        ExecuteAsync(
            server,
            """
            create schema if not exists pooled;
            create or replace function pooled.pg_try_advisory_lock(key bigint) returns boolean language sql as 'select true';
            """
        );

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task UntilAsync(Func<bool> isSo, Func<Task>? meanwhile = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!isSo())
        {
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            await often.WaitForNextTickAsync(patience.Token);
        }
    }

    private sealed class Voter : IAsyncDisposable
    {
        public Voter(string server) =>
            Election = new Election(new LeaderLock(server, "4242"), Leader, Bell, NullLogger<Election>.Instance);

        public ElectedLeader Leader { get; } = new();

        public OutboxBell Bell { get; } = new(TimeProvider.System);

        public Election Election { get; }

        public async ValueTask DisposeAsync()
        {
            await Election.StopAsync(CancellationToken.None);
            Election.Dispose();
            Leader.Dispose();
        }
    }
}
