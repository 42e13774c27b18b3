using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>
/// A clock that was ahead and was put right leaves messages that were made or tried in what is the future again: they would wait until
/// then. Each is due as long after now as it was after that instant.
/// </summary>
internal sealed class PullInRows(CommitWriter writer, HandoffDb rows, TimeProvider clock) : ISweep
{
    /// <summary>Several processes' clocks may differ by as much.</summary>
    public static readonly TimeSpan MayDiffer = TimeSpan.FromMinutes(2);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        // A plain look first: with nothing to do the writer is left alone.
        if (await Ahead(rows).AnyAsync(cancellationToken))
        {
            await writer.CommitAsync((scope, token) => PullInAsync(scope.Db, token), cancellationToken);
        }
    }

    private IQueryable<OutboxMessage> Ahead(HandoffDb db)
    {
        var from = clock.GetUtcNow() + MayDiffer;
        return db
            .Outbox.Where(o => o.State == OutboxState.Pending && o.DueAt > from)
            .Where(o => o.CreatedAt > from || o.LeasedAt > from);
    }

    private async Task<int> PullInAsync(HandoffDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var row in await Ahead(db).ToListAsync(cancellationToken))
        {
            row.PullIn((row.LeasedAt > row.CreatedAt ? row.LeasedAt.Value : row.CreatedAt) - now);
        }

        db.HasSpoken = true;
        return await db.SaveChangesAsync(cancellationToken);
    }
}
