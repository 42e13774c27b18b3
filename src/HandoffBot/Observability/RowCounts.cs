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
        new([], 0, 0, TimeSpan.Zero, TimeSpan.Zero, new Dictionary<string, long>());

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
        var due = db.Outbox.Where(o => o.State == OutboxState.Pending && o.DueAt <= now);
        var oldest = await due.MinAsync(o => (DateTimeOffset?)o.DueAt, cancellationToken);
        var waiting = await db
            .Leads.Where(l => l.Status == LeadStatus.New && !l.IsTest && l.ListId == null)
            .MinAsync(l => (DateTimeOffset?)l.WaitingSince, cancellationToken);
        return new Counted(
            [.. leads.Select(l => new LeadCount(names.GetValueOrDefault(l.SourceId, "?"), l.Status, l.Count))],
            await due.LongCountAsync(cancellationToken),
            await db.Outbox.LongCountAsync(o => o.State == OutboxState.Held, cancellationToken),
            now - (oldest ?? now),
            now - (waiting ?? now),
            await RefusedAsync(db, now - RefusedSince, cancellationToken)
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
        long OutboxDue,
        long OutboxHeld,
        TimeSpan OutboxAge,
        TimeSpan OldestUnclaimed,
        IReadOnlyDictionary<string, long> Refused
    );

    internal sealed record LeadCount(string Source, LeadStatus Status, long Count);
}
