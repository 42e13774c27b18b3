using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Observability;

/// <summary>Whether the sweeps and the outbox come round.</summary>
internal sealed class PulseHealth(Pulse pulse) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var stalled = pulse.Stalled();
        var words = string.Join(", ", stalled.Select(s => $"{s.Key} last came round {s.Value.TotalSeconds:F0} s ago"));
        return Task.FromResult(
            stalled.Count == 0
                ? HealthCheckResult.Healthy("All loops come round.")
                : HealthCheckResult.Unhealthy($"{words}; start the bot again.")
        );
    }
}
