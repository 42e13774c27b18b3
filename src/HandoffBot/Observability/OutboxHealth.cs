using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Observability;

/// <summary>How much waits to be said, and since when.</summary>
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
        return rows.OutboxAge > Late ? HealthCheckResult.Degraded(words) : HealthCheckResult.Healthy(words);
    }
}
