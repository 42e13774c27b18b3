using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>What those before left behind who sent from the same outbox.</summary>
internal sealed partial class OutboxQueue
{
    private static readonly TimeSpan LastMinute = TimeSpan.FromMinutes(1);

    /// <summary>What was being sent when the last process died is sent again, and its sends count for the limits.</summary>
    public async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        var recent = await writer.CommitAsync(
            async (scope, token) =>
            {
                var sent = await SentLatelyAsync(scope.Db, token);
                await scope
                    .Db.Outbox.Where(o => o.State == OutboxState.Sending)
                    .ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OutboxState.Pending), token);
                return sent;
            },
            cancellationToken
        );
        var now = clock.GetUtcNow();
        limits.Rebuild(recent.Select(o => new PastSend(o.ChatId, now - ArrivedBy(o, now))));
        await KeepPausesAsync(cancellationToken);
    }

    /// <summary>What counts for the limits still.</summary>
    public Task<List<OutboxMessage>> SentLatelyAsync(HandoffDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (since, ahead) = (now - LastMinute, now + PullInRows.MayDiffer);
        return db
            .Outbox.AsNoTracking()
            // A clock that was ahead and was put right sent nothing in the future.
            .Where(o => o.LeasedAt > since && o.LeasedAt < ahead)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// What somebody began to send and nobody sends: a leader was paused or killed in a commit that went through only after its
    /// successor had taken up.
    /// </summary>
    /// <param name="busy">The chats that are being sent to from here.</param>
    public async Task FreeLeftAsync(IReadOnlyList<long> busy, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - LastMinute;
        await using var services = scopes.CreateAsyncScope();
        if (await LeftOf(services.ServiceProvider.GetRequiredService<HandoffDb>()).AnyAsync(cancellationToken))
        {
            await writer.CommitAsync(
                (scope, token) =>
                    LeftOf(scope.Db)
                        .ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OutboxState.Pending), token),
                cancellationToken
            );
        }

        IQueryable<OutboxMessage> LeftOf(HandoffDb db) =>
            db.Outbox.Where(o => o.State == OutboxState.Sending && o.LeasedAt < before && !busy.Contains(o.ChatId));
    }

    /// <summary>Telegram counts when a message arrives: that was before its answer, and for what was under way perhaps only now.</summary>
    private static DateTimeOffset ArrivedBy(OutboxMessage row, DateTimeOffset now)
    {
        var latest = row.State is OutboxState.Sending ? now : row.SentAt ?? row.LeasedAt!.Value;
        return latest < now ? latest : now;
    }

    /// <summary>What Telegram told the process before this one holds on.</summary>
    private async Task KeepPausesAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        var now = clock.GetUtcNow();
        foreach (var pause in await PastPause.StandingAsync(db, now, cancellationToken))
        {
            limits.Pause(pause.ChatId, pause.Until - now);
        }
    }
}
