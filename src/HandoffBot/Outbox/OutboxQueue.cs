using HandoffBot.Domain.Team;
using HandoffBot.Leadership;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>The outbox as the dispatcher sees it: what is next for each chat, and what is being sent.</summary>
internal sealed partial class OutboxQueue(
    IServiceScopeFactory scopes,
    CommitWriter writer,
    SendLimits limits,
    Outage outage,
    TimeProvider clock
)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>The most urgent row of each chat that may be sent now, and how long to wait for the others.</summary>
    public async Task<Next> NextAsync(IReadOnlyList<long> busy, int atMost, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        var now = clock.GetUtcNow();
        var firsts = await FirstsAsync(db, busy, now, cancellationToken);
        var nextDue = await db
            .Outbox.Where(o => o.State == OutboxState.Pending && o.DueAt > now)
            .MinAsync(o => (DateTimeOffset?)o.DueAt, cancellationToken);

        var places = outage.IsOn ? Math.Max(0, 1 - busy.Count) : atMost;
        var waits = firsts
            .OrderBy(o => o.Priority)
            .ThenBy(o => o.Seq)
            .Select(o => (Row: o, Wait: limits.WaitFor(o.ChatId, o.SendKind, !o.To.IsPrivate)))
            .ToList();
        var ready = waits.Where(w => w.Wait <= TimeSpan.Zero).Select(w => w.Row).Take(places).ToList();
        var wait = waits.Where(w => w.Wait > TimeSpan.Zero).Select(w => w.Wait).Append(LookAgain).Min();
        var untilDue = nextDue is { } due ? due - now : wait;
        return new Next(ready, untilDue < wait ? untilDue : wait);
    }

    /// <summary>Marks the rows as being sent; those somebody changed meanwhile, or whose chat takes nothing, are left out.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> LeaseAsync(
        IReadOnlyList<OutboxMessage> rows,
        CancellationToken cancellationToken
    )
    {
        if (rows.Count == 0)
        {
            return rows;
        }

        var seqs = rows.Select(r => r.Seq).ToList();
        return await writer.CommitAsync(
            async (scope, token) =>
            {
                var taken = await scope
                    .Db.Outbox.Where(o => seqs.Contains(o.Seq) && o.State == OutboxState.Pending)
                    .ToListAsync(token);
                taken = await WithoutHeldAsync(scope.Db, taken, token);
                taken.ForEach(o => o.Lease(clock.GetUtcNow()));
                await scope.Db.SaveChangesAsync(token);
                return taken;
            },
            cancellationToken
        );
    }

    public Task GiveBackAsync(OutboxMessage row, Exception why, CancellationToken cancellationToken) =>
        writer.CommitAsync(
            async (scope, token) =>
            {
                var again = await scope.Db.Outbox.SingleAsync(o => o.Seq == row.Seq, token);
                if (!again.IsPast(row))
                {
                    again.TryAgain(clock.GetUtcNow() + outage.Backoff(again.Attempts), why.GetType().Name);
                    if (!StorageTrouble.Is(why) && why is not LeadershipLostException)
                    {
                        await scope.Get<StuckMessages>().FailedAsync(scope.Db, again, token);
                    }

                    await scope.Db.SaveChangesAsync(token);
                }
            },
            cancellationToken
        );

    /// <summary>The first due row of each chat, found by one look for each instead of by reading all that waits.</summary>
    private static async Task<List<OutboxMessage>> FirstsAsync(
        HandoffDb db,
        IReadOnlyList<long> busy,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var seqs = await db
            .WaitingChats.Where(chat => !busy.Contains(chat))
            .Select(chat =>
                db.Outbox.Where(o => o.State == OutboxState.Pending && o.ChatId == chat && o.DueAt <= now)
                    .OrderBy(o => o.Priority)
                    .ThenBy(o => o.Seq)
                    .Select(o => (long?)o.Seq)
                    .FirstOrDefault()
            )
            .ToListAsync(cancellationToken);
        var due = seqs.OfType<long>().ToList();
        return due.Count == 0
            ? []
            : await db.Outbox.AsNoTracking().Where(o => due.Contains(o.Seq)).ToListAsync(cancellationToken);
    }

    /// <summary>A chat that takes nothing gets no call either: whatever is said there waits with the rest.</summary>
    private static async Task<List<OutboxMessage>> WithoutHeldAsync(
        HandoffDb db,
        List<OutboxMessage> rows,
        CancellationToken cancellationToken
    )
    {
        var chats = rows.Select(r => r.ChatId).ToList();
        var held = await db
            .Chats.AsNoTracking()
            .Where(c => c.State == ChatState.Held && chats.Contains(c.ChatId))
            .Select(c => new { c.ChatId, c.ThreadId })
            .ToListAsync(cancellationToken);
        foreach (var chat in held)
        {
            await db
                .Outbox.Where(o => o.ChatId == chat.ChatId && o.ThreadId == chat.ThreadId)
                .Where(o => o.State == OutboxState.Pending)
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OutboxState.Held), cancellationToken);
        }

        return [.. rows.Where(r => !held.Exists(c => c.ChatId == r.ChatId && c.ThreadId == r.ThreadId))];
    }

    internal sealed record Next(IReadOnlyList<OutboxMessage> Ready, TimeSpan Wait);
}
