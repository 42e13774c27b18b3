using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Telegram;

/// <summary>Presses and messages that failed at each try: the admin hears of them, once a day, and the health page tells of them for as long.</summary>
internal sealed class GivenUpUpdates(TimeProvider clock) : IHealthCheck
{
    public const string Delivery = "TellFailedUpdates";

    private static readonly TimeSpan ToldFor = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private int count;
    private DateTimeOffset lastAt;

    public void Add()
    {
        lock (gate)
        {
            (count, lastAt) = (count + 1, clock.GetUtcNow());
        }
    }

    public async Task TellAdminAsync(HandoffDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var origin = string.Create(CultureInfo.InvariantCulture, $"notice:update:{now:yyyyMMdd}");
        var admin = await db.Installations.AsNoTracking().Select(i => i.Admin).SingleAsync(cancellationToken);
        if (admin is { } person && !await db.Outbox.AnyAsync(o => o.OnceKey.StartsWith(origin), cancellationToken))
        {
            db.Say(new Intent(Delivery, ChatAddress.Private(person.Value), origin, OutboxPriority.Private), now);
        }
    }

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        lock (gate)
        {
            return Task.FromResult(
                count == 0 || clock.GetUtcNow() - lastAt > ToldFor
                    ? HealthCheckResult.Healthy("All that came was handled.")
                    : HealthCheckResult.Degraded(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{count} could not be handled since the start, the last at {lastAt:HH:mm} UTC; the log says why (\"was given up\")."
                        )
                    )
            );
        }
    }
}
