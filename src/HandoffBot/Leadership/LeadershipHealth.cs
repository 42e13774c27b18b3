using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Leadership;

/// <summary>Whether this process speaks or only listens; both are well.</summary>
internal sealed class LeadershipHealth(Leader leader) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            leader is ElectedLeader { Trouble: { } trouble }
                ? HealthCheckResult.Degraded(trouble)
                : HealthCheckResult.Healthy(leader.Words)
        );
}
