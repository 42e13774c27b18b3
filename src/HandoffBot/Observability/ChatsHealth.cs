using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Observability;

/// <summary>The chats that take no messages for now, and why.</summary>
internal sealed class ChatsHealth(HandoffDb db) : IHealthCheck
{
    private const int AtMost = 20;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var held = await db
            .Chats.AsNoTracking()
            .Where(c => c.State == ChatState.Held && c.Kind != ChatKind.Private)
            .OrderBy(c => c.ChatId)
            .Take(AtMost)
            .ToListAsync(cancellationToken);
        return held.Count == 0
            ? HealthCheckResult.Healthy("No chat is held.")
            : HealthCheckResult.Degraded(
                $"{held.Count} held: "
                    + string.Join("; ", held.Select(c => $"{c.ChatId} \"{c.Title}\" ({c.HeldBecause})"))
            );
    }
}
