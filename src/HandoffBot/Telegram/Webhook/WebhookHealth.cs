using HandoffBot.Telegram.Polling;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Telegram.Webhook;

/// <summary>Whether Telegram posts what happens. Quiet is not broken: it posts only when something happens.</summary>
internal sealed class WebhookHealth(PollingState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var now = state.Now;
        var data = new Dictionary<string, object>
        {
            ["isSet"] = now.IsSet,
            ["lastHeardAt"] = now.LastHeardAt?.ToString("O", CultureInfo.InvariantCulture) ?? "never",
            ["lagSeconds"] = now.Lag.TotalSeconds,
            ["inFlight"] = now.InFlight,
        };
        return Task.FromResult(
            now.Problem is { } problem
                ? HealthCheckResult.Degraded($"{problem} (since {now.ProblemSince:O})", data: data)
                : HealthCheckResult.Healthy(
                    now.IsSet ? "The webhook is set." : "The webhook is not set by this process.",
                    data
                )
        );
    }
}
