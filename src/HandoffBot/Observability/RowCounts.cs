using System.Diagnostics;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Observability;

/// <summary>Figures that only the rows know, counted at most every 15 seconds however often they are asked for.</summary>
internal sealed class RowCounts(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RefusedSince = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim one = new(1);
    private long? at;

    /// <summary>As last counted.</summary>
    public Counted Last { get; private set; } =
        new([], new(0, TimeSpan.Zero, 0, 0, 0), TimeSpan.Zero, new Dictionary<string, long>());

    public async Task<Counted> NowAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (at is null || Stopwatch.GetElapsedTime(at.Value) > Fresh)
            {
                Last = await CountAsync(cancellationToken);
                at = Stopwatch.GetTimestamp();
            }

            return Last;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<Counted> CountAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        var now = clock.GetUtcNow();
        var leads = await db
            .Leads.Where(l => !l.IsTest)
            .GroupBy(l => new { l.SourceId, l.Status })
            .Select(g => new
            {
                g.Key.SourceId,
                g.Key.Status,
                Count = g.LongCount(),
            })
            .ToListAsync(cancellationToken);
        var names = await db
            .Sources.Select(s => new { s.Id, s.Name })
            .ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var waiting = await db
            .Leads.Where(l => l.Status == LeadStatus.New && !l.IsTest && l.ListId == null)
            .MinAsync(l => (DateTimeOffset?)l.WaitingSince, cancellationToken);
        return new Counted(
            [.. leads.Select(l => new LeadCount(names.GetValueOrDefault(l.SourceId, "?"), l.Status, l.Count))],
            await WaitingAsync(db, now, cancellationToken),
            now - (waiting ?? now),
            await RefusedAsync(db, now - RefusedSince, cancellationToken)
        );
    }

    /// <summary>What is to be said: late from when it was wanted, also while a try that failed makes it wait.</summary>
    private static async Task<Waiting> WaitingAsync(
        HandoffDb db,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var due = db
            .Outbox.Where(o => o.State == OutboxState.Pending || o.State == OutboxState.Sending)
            .Where(o => (o.WantedAt ?? o.DueAt) <= now);
        var oldest = await due.MinAsync(o => (DateTimeOffset?)(o.WantedAt ?? o.DueAt), cancellationToken);
        var held = await db
            .Outbox.Where(o => o.State == OutboxState.Held)
            .GroupBy(o => o.ChatId > 0 && o.Why != OutboxMessage.Restored)
            .Select(g => new { IsPerson = g.Key, Count = g.LongCount() })
            .ToListAsync(cancellationToken);
        return new Waiting(
            await due.LongCountAsync(cancellationToken),
            now - (oldest ?? now),
            await db.Outbox.Where(StuckMessages.AreStuck).LongCountAsync(cancellationToken),
            held.Where(h => !h.IsPerson).Sum(h => h.Count),
            held.Where(h => h.IsPerson).Sum(h => h.Count)
        );
    }

    /// <summary>What Telegram will never take, by its words.</summary>
    private static async Task<IReadOnlyDictionary<string, long>> RefusedAsync(
        HandoffDb db,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var refused = await db
            .Outbox.Where(o => o.State == OutboxState.Ended && o.SentAt > since && o.Why != null)
            .Where(o => o.Why!.StartsWith(OutboxMessage.RefusedAs))
            .GroupBy(o => o.Why!)
            .Select(g => new { Why = g.Key, Count = g.LongCount() })
            .ToListAsync(cancellationToken);
        return refused.ToDictionary(r => r.Why, r => r.Count);
    }

    internal sealed record Counted(
        IReadOnlyList<LeadCount> Leads,
        Waiting Outbox,
        TimeSpan OldestUnclaimed,
        IReadOnlyDictionary<string, long> Refused
    );

    /// <param name="Due">Its time has come and it is not said yet.</param>
    /// <param name="Age">For how long the oldest of them has waited.</param>
    /// <param name="Stuck">Failed again and again.</param>
    /// <param name="HeldForChats">Until a chat takes messages again.</param>
    /// <param name="HeldForPeople">Until somebody presses Start, or unblocks the bot.</param>
    internal sealed record Waiting(long Due, TimeSpan Age, long Stuck, long HeldForChats, long HeldForPeople);

    internal sealed record LeadCount(string Source, LeadStatus Status, long Count);
}
