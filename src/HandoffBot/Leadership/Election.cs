using System.Diagnostics;
using HandoffBot.Outbox;
using Npgsql;

namespace HandoffBot.Leadership;

/// <summary>Asks PostgreSQL for the lock until this process has it, and then again and again whether the server still knows.</summary>
internal sealed partial class Election(LeaderLock held, ElectedLeader leader, OutboxBell bell, ILogger<Election> logger)
    : BackgroundService
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>What somebody who is ready needs to take over, and no more: there may be nobody who is.</summary>
    private static readonly TimeSpan GiveWay = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan ProveEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    private bool troubled;
    private bool follows;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await held.OpenAsync(stoppingToken);
                await WaitForLockAsync(connection, stoppingToken);
                await LeadAsync(connection, stoppingToken);
            }
            catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
            {
                // The connection is closed, so another process may lead by now.
                leader.End();
                await AfterAsync(ex, stoppingToken);
            }
            finally
            {
                leader.End();
            }
        }
    }

    private async Task WaitForLockAsync(NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        while (true)
        {
            if (follows && !leader.IsReady && await held.IsFreeAsync(connection, stoppingToken))
            {
                await Task.Delay(GiveWay, TimeProvider.System, stoppingToken);
            }

            var askedAt = Stopwatch.GetTimestamp();
            if (await held.TryTakeAsync(connection, stoppingToken))
            {
                await held.RefusePoolerAsync(stoppingToken);
                leader.Begin(askedAt, stoppingToken);
                (troubled, follows) = (false, false);
                Log.Leads(logger);
                return;
            }

            (troubled, follows) = (false, true);
            leader.Follow();
            await Task.Delay(AskEvery, TimeProvider.System, stoppingToken);
        }
    }

    private async Task LeadAsync(NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        connection.Notification += (_, _) => bell.Ring();
        await LeaderLock.ListenAsync(connection, stoppingToken);
        while (true)
        {
            var askedAt = Stopwatch.GetTimestamp();
            await LeaderLock.ProveAsync(connection, stoppingToken);
            leader.Prove(askedAt);
            await connection.WaitAsync(ProveEvery, stoppingToken);
        }
    }

    private async Task AfterAsync(Exception why, CancellationToken stoppingToken)
    {
        leader.Trouble = (why as LeadershipRefusedException)?.Message ?? "PostgreSQL does not answer.";
        if (!troubled)
        {
            Log.Lost(logger, leader.Trouble, why.GetType().Name);
        }

        troubled = true;
        await Task.Delay(AfterTrouble, TimeProvider.System, stoppingToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "This process speaks now: it sends, sweeps and polls.")]
        public static partial void Leads(ILogger logger);

        [LoggerMessage(
            LogLevel.Warning,
            "Which process speaks cannot be settled from here ({Why}, {Kind}); it is tried again."
        )]
        public static partial void Lost(ILogger logger, string why, string kind);
    }
}
