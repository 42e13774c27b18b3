using System.Diagnostics.Metrics;
using HandoffBot.Observability;

namespace HandoffBot.Backups;

/// <summary>Shows the age of the newest backup to whoever scrapes; nothing where there is none.</summary>
internal sealed class BackupGauge(BackupFolder folder, HandoffMetrics metrics, TimeProvider clock) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        metrics.Meter.CreateObservableGauge("handoff.backup.age", Age, "s", "How old the newest nightly backup is.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<Measurement<double>> Age() =>
        folder.Newest is { } at ? [new Measurement<double>((clock.GetLocalNow().DateTime - at).TotalSeconds)] : [];
}
