using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Observability;

/// <summary>Shows the health of each part, as last looked at, to whoever scrapes.</summary>
internal sealed class HealthGauge : IHealthCheckPublisher
{
    private HealthReport? last;

    public HealthGauge(HandoffMetrics metrics) =>
        metrics.Meter.CreateObservableGauge("handoff.health", Parts, description: "0 ok, 1 troubled, 2 broken.");

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        last = report;
        return Task.CompletedTask;
    }

    private IEnumerable<Measurement<int>> Parts() =>
        (last?.Entries ?? new Dictionary<string, HealthReportEntry>()).Select(e => new Measurement<int>(
            HealthStatus.Healthy - e.Value.Status,
            new KeyValuePair<string, object?>("part", e.Key)
        ));
}
