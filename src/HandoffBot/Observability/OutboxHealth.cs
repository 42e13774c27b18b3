using HandoffBot.Outbox;
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
        var refused = rows.Refused.ToDictionary(r => r.Key, r => (object)r.Value);
        var words = Words(rows.Outbox);
        return rows.Outbox.Age > Late || rows.Outbox.Stuck > 0 || refused.Count > 0
            ? HealthCheckResult.Degraded(words, data: refused)
            : HealthCheckResult.Healthy(words);
    }

    private static string Words(RowCounts.Waiting rows)
    {
        var words =
            $"{rows.Due} due, the oldest for {rows.Age.TotalSeconds:F0} s; {rows.HeldForChats} held for chats, {rows.HeldForPeople} for people.";
        return rows.Stuck == 0
            ? words
            : $"{rows.Stuck} failed {StuckMessages.AfterFailures} times or more, the log says why (\"is tried again later\", or how it was answered); {words}";
    }
}
