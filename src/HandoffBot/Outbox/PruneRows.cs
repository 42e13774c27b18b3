using HandoffBot.Domain.Webhooks;
using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>Deletes what nobody asks for any more: updates that were handled, messages that were said, dialogues that are over, events that went out.</summary>
internal sealed class PruneRows(CommitWriter writer, HandoffDb rows, TimeProvider clock) : ISweep
{
    /// <summary>So many in one commit; claims and leads go in between.</summary>
    public const int AtOnce = 500;

    /// <summary>Telegram repeats an update for a day at most.</summary>
    private static readonly TimeSpan UpdatesLast = TimeSpan.FromHours(48);

    private static readonly TimeSpan RowsLast = TimeSpan.FromDays(7);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await PruneAsync(Updates, cancellationToken);
        await PruneAsync(Said, cancellationToken);
        await PruneAsync(Dialogues, cancellationToken);
        await PruneAsync(WentOut, cancellationToken);
    }

    private IQueryable<SeenUpdate> Updates(HandoffDb db)
    {
        var (done, other) = (clock.GetUtcNow() - UpdatesLast, clock.GetUtcNow() - RowsLast);
        return db
            .Updates.Where(u => (u.State == UpdateState.Done && u.SeenAt < done) || u.SeenAt < other)
            .OrderBy(u => u.SeenAt);
    }

    private IQueryable<OutboxMessage> Said(HandoffDb db)
    {
        var before = clock.GetUtcNow() - RowsLast;
        return db
            .Outbox.Where(o => o.State == OutboxState.Sent || o.State == OutboxState.Ended)
            // Nothing is said before it is due: the index on that narrows it down.
            .Where(o => o.DueAt < before && o.SentAt < before)
            .OrderBy(o => o.DueAt);
    }

    private IQueryable<Dialogues.Dialogue> Dialogues(HandoffDb db)
    {
        var before = clock.GetUtcNow() - RowsLast;
        return db.Dialogues.Where(d => d.ExpiresAt < before).OrderBy(d => d.Seq);
    }

    private IQueryable<WebhookDelivery> WentOut(HandoffDb db)
    {
        var before = clock.GetUtcNow() - RowsLast;
        return db
            .WebhookDeliveries.Where(d => d.State != WebhookDeliveryState.Pending && d.DoneAt < before)
            .OrderBy(d => d.DoneAt);
    }

    private async Task PruneAsync<T>(Func<HandoffDb, IQueryable<T>> old, CancellationToken cancellationToken)
        where T : class
    {
        // A plain look first: with nothing to do the writer is left alone.
        while (await old(rows).AnyAsync(cancellationToken))
        {
            await writer.CommitAsync(
                (scope, token) => old(scope.Db).Take(AtOnce).ExecuteDeleteAsync(token),
                cancellationToken
            );
        }
    }
}
