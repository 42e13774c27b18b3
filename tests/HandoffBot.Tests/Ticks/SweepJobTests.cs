using System.Diagnostics;
using HandoffBot.Leadership;
using HandoffBot.Observability;
using HandoffBot.Ticks;
using Microsoft.Extensions.Logging.Abstractions;

namespace HandoffBot.Tests.Ticks;

public sealed class SweepJobTests
{
    [Fact]
    public async Task Only_who_leads_sweeps_and_after_a_takeover_not_at_once()
    {
        using var leader = new ElectedLeader();
        var sweep = new Counting();
        var troubles = new SweepTroubles(TimeProvider.System);
        var job = new SweepJob<Counting>(sweep, leader, new Pulse(), troubles, NullLogger<SweepJob<Counting>>.Instance);

        leader.Follow();
        await job.Execute(null!, CancellationToken.None);
        var whileFollowing = sweep.Times;
        leader.Begin(Stopwatch.GetTimestamp(), CancellationToken.None);
        await job.Execute(null!, CancellationToken.None);
        var atOnce = sweep.Times;
        leader.End();
        leader.Begin(Stopwatch.GetTimestamp() - (3 * Stopwatch.Frequency), CancellationToken.None);
        leader.Prove(Stopwatch.GetTimestamp());
        await job.Execute(null!, CancellationToken.None);

        Assert.Equal((0, 0, 1), (whileFollowing, atOnce, sweep.Times));
    }

    private sealed class Counting : ISweep
    {
        public int Times { get; private set; }

        public Task SweepAsync(CancellationToken cancellationToken)
        {
            Times++;
            return Task.CompletedTask;
        }
    }
}
