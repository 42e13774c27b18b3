using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff.Queue;

/// <summary>Has the line of a list drawn anew when another number of its leads waits, once a minute at most.</summary>
internal sealed class SweepListLines(CommitWriter writer, HandoffDb rows, TimeProvider clock) : ISweep
{
    private static readonly TimeSpan DrawEvery = TimeSpan.FromMinutes(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - DrawEvery;
        var shown = await rows
            .Lists.AsNoTracking()
            .Where(l => l.State == ListState.Joining || l.State == ListState.Done)
            .Where(l => l.Shown > 0 && l.ShownAt <= since)
            .ToListAsync(cancellationToken);
        foreach (var list in shown)
        {
            if (await ListLineCard.WaitingAsync(rows, list, cancellationToken) != list.Shown)
            {
                await writer.CommitAsync((scope, token) => DrawAsync(scope.Db, list.Id, token), cancellationToken);
            }
        }
    }

    private async Task<int> DrawAsync(HandoffDb db, long id, CancellationToken cancellationToken)
    {
        var (list, now) = (await db.Lists.SingleAsync(l => l.Id == id, cancellationToken), clock.GetUtcNow());
        list.Show(await ListLineCard.WaitingAsync(db, list, cancellationToken), now);
        var sales = await db
            .Chats.AsNoTracking()
            .Where(c => c.Team == list.Team && c.Kind == ChatKind.Sales && c.State != ChatState.Lost)
            .Select(c => new ChatAddress(c.ChatId, c.ThreadId))
            .FirstOrDefaultAsync(cancellationToken);
        if (sales is { ChatId: not 0 })
        {
            var origin = string.Create(CultureInfo.InvariantCulture, $"list:{id}.{now.ToUnixTimeMilliseconds()}");
            var which = new Deliveries.OfList(id);
            db.Say(new Intent(nameof(DrawList), sales, origin, OutboxPriority.Refresh, which), now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return list.Shown;
    }
}
