using System.Diagnostics.Metrics;
using HandoffBot.Leadership;
using HandoffBot.Persistence;

namespace HandoffBot.Observability;

/// <summary>Shows how this process does to whoever scrapes: its writer, its loops, and whether it speaks.</summary>
internal sealed class ProcessGauges(HandoffMetrics metrics, Pulse pulse, CommitWriter writer, Leader leader)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        metrics.BeginCounting();
        metrics.Meter.CreateObservableGauge(
            "handoff.writer.waiting",
            () => writer.Waiting,
            description: "Writes that wait, of 1,024 places."
        );
        metrics.Meter.CreateObservableGauge(
            "handoff.leader",
            () => leader.IsHeld ? 1 : 0,
            description: "Whether this process speaks: 1 or 0."
        );
        metrics.Meter.CreateObservableGauge(
            "handoff.loops.age",
            Ages,
            "s",
            "For how long each loop has not come round."
        );
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<Measurement<double>> Ages() =>
        pulse
            .Ages()
            .Select(a => new Measurement<double>(
                a.Value.TotalSeconds,
                new KeyValuePair<string, object?>("loop", a.Key)
            ));
}
