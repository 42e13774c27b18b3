using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Telegram.Polling;

/// <summary>Whether Telegram is heard, and what is wrong if not.</summary>
internal sealed class PollingHealth(PollingState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var now = state.Now;
        var data = new Dictionary<string, object>
        {
            ["lastHeardAt"] = now.LastHeardAt?.ToString("O", CultureInfo.InvariantCulture) ?? "never",
            ["lagSeconds"] = now.Lag.TotalSeconds,
            ["inFlight"] = now.InFlight,
        };
        return Task.FromResult(
            now.Problem is { } problem
                ? HealthCheckResult.Unhealthy($"{problem} (since {now.ProblemSince:O})", data: data)
                : HealthCheckResult.Healthy(now.LastHeardAt is null ? "Not heard yet." : "Telegram is heard.", data)
        );
    }
}
