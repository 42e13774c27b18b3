using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Observability;

/// <summary>How much waits to be said and since when, and what Telegram refused for good within the last day.</summary>
internal sealed class OutboxHealth(RowCounts counts) : IHealthCheck
{
    /// <summary>A minute's worth of Telegram's limits and some more: what waits longer than this is stuck.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var rows = await counts.NowAsync(cancellationToken);
        var words = $"{rows.OutboxDue} due, the oldest for {rows.OutboxAge.TotalSeconds:F0} s, {rows.OutboxHeld} held.";
        var refused = rows.Refused.ToDictionary(r => r.Key, r => (object)r.Value);
        return rows.OutboxAge > Late || refused.Count > 0
            ? HealthCheckResult.Degraded(words, data: refused)
            : HealthCheckResult.Healthy(words);
    }
}
