using HandoffBot.Domain.Webhooks;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Webhooks;

/// <summary>What is next for each webhook. A lead's later event waits for its earlier one, unless that has failed for good.</summary>
internal sealed class WebhookQueue(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>So many of different leads at once to one webhook; one to see whether it is back when it was silent.</summary>
    public const int SideBySide = 4;

    /// <param name="busy">What is being sent.</param>
    public async Task<IReadOnlyList<WebhookTurn>> NextAsync(
        IReadOnlyCollection<WebhookTurn> busy,
        CancellationToken cancellationToken
    )
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        var now = clock.GetUtcNow();
        var turns = new List<WebhookTurn>();
        foreach (var webhook in await WaitingAsync(db, now, cancellationToken))
        {
            var mine = busy.Where(b => b.Webhook == webhook.Id).ToList();
            if (webhook.TestAt is not null && !mine.Exists(t => t.IsTest))
            {
                turns.Add(new WebhookTurn(webhook.Id, 0));
            }

            var sent = mine.Where(t => !t.IsTest).Select(t => t.Seq).ToList();
            var room = (webhook.Silences > 0 ? 1 : SideBySide) - sent.Count;
            if (webhook.IsOn && !(webhook.PausedUntil > now) && room > 0)
            {
                turns.AddRange(await FirstsAsync(db, webhook.Id, now, sent, room, cancellationToken));
            }
        }

        return turns;
    }

    private static Task<List<Webhook>> WaitingAsync(
        HandoffDb db,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        db
            .Webhooks.AsNoTracking()
            .Where(w =>
                w.TestAt != null
                || (
                    w.OffBecause == null
                    && (w.PausedUntil == null || w.PausedUntil <= now)
                    && db.WebhookDeliveries.Any(d =>
                        d.Webhook == w.Id && d.State == WebhookDeliveryState.Pending && d.DueAt <= now
                    )
                )
            )
            .ToListAsync(cancellationToken);

    private static async Task<IEnumerable<WebhookTurn>> FirstsAsync(
        HandoffDb db,
        long webhook,
        DateTimeOffset now,
        List<long> sent,
        int room,
        CancellationToken cancellationToken
    )
    {
        var waiting = db.WebhookDeliveries.Where(d => d.Webhook == webhook && d.State == WebhookDeliveryState.Pending);
        var seqs = await waiting
            .Where(d => d.DueAt <= now && !sent.Contains(d.Seq))
            .Where(d => !waiting.Any(earlier => earlier.Lead == d.Lead && earlier.Number < d.Number))
            // Sent again by hand while its list is being written, it waits all the same.
            .Where(d => !db.Leads.IgnoreQueryFilters().Any(l => l.Id == d.Lead && l.IsArriving))
            .OrderBy(d => d.DueAt)
            .ThenBy(d => d.Seq)
            .Take(room)
            .Select(d => d.Seq)
            .ToListAsync(cancellationToken);
        return seqs.Select(seq => new WebhookTurn(webhook, seq));
    }
}
