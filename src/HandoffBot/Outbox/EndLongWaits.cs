using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>What has waited for a person for a week ends: who comes back later finds it behind the buttons of the cards.</summary>
internal sealed class EndLongWaits(CommitWriter writer, HandoffDb rows, TimeProvider clock) : ISweep
{
    public const string Why = "not reachable for a week";

    private static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        // A plain look first: with nothing to do the writer is left alone.
        if (await LongHeld(rows).AnyAsync(cancellationToken))
        {
            await writer.CommitAsync((scope, token) => EndAsync(scope.Db, token), cancellationToken);
        }
    }

    /// <summary>What a restored backup brought waits for its own word, and who is forgotten is forgotten however late.</summary>
    private IQueryable<OutboxMessage> LongHeld(HandoffDb db)
    {
        var before = clock.GetUtcNow() - Patience;
        return db
            .Outbox.Where(o => o.State == OutboxState.Held && o.DueAt < before && o.ChatId > 0)
            .Where(o => o.Why != OutboxMessage.Restored && o.Delivery != Deliveries.CoverMessages);
    }

    private Task<int> EndAsync(HandoffDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return LongHeld(db)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(o => o.State, OutboxState.Ended)
                        .SetProperty(o => o.SentAt, now)
                        .SetProperty(o => o.Why, Why)
                        .SetProperty(o => o.Arguments, (string?)null),
                cancellationToken
            );
    }
}
