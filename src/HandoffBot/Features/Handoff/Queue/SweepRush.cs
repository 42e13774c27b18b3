using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Handoff.Queue;

/// <summary>
/// Where a sales chat has more unsent cards than it can show within the set time they give way to one queue message, which is drawn
/// anew while it lasts, and tells at the end what it was.
/// </summary>
internal sealed class SweepRush(
    CommitWriter writer,
    HandoffDb rows,
    CrowdedChats crowded,
    IOptions<RushOptions> options,
    TimeProvider clock
) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var running = await rows.Rushes.AsNoTracking().Where(r => r.EndedAt == null).ToListAsync(cancellationToken);
        foreach (var rush in running)
        {
            await writer.CommitAsync((scope, token) => GoOnAsync(scope.Db, rush.Seq, token), cancellationToken);
        }

        foreach (var at in await crowded.FindAsync(cancellationToken))
        {
            await writer.CommitAsync((scope, token) => BeginAsync(scope.Db, at, token), cancellationToken);
        }
    }

    private async Task<int> BeginAsync(HandoffDb db, ChatAddress at, CancellationToken cancellationToken)
    {
        var team = await db
            .Chats.Where(c => c.ChatId == at.ChatId && c.ThreadId == at.ThreadId && c.Kind == ChatKind.Sales)
            .Where(c => c.State == ChatState.Active)
            .Select(c => c.Team)
            .SingleOrDefaultAsync(cancellationToken);
        if (team is not { } id)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        if (await db.Rushes.SingleOrDefaultAsync(r => r.Team == id && r.EndedAt == null, cancellationToken) is null)
        {
            var rush = new Rush { Team = id, BeganAt = now };
            rush.Show(await QueueOf(db, id, now).CountAsync(cancellationToken), now);
            db.Rushes.Add(rush);
            await db.SaveChangesAsync(cancellationToken);
            db.Say(Of(nameof(PostQueue), at, rush, "begin", OutboxPriority.Alarm), now);
        }

        // Whoever takes the next one gets what these would have shown.
        var cards = await db
            .Outbox.Where(o => o.ChatId == at.ChatId && o.ThreadId == at.ThreadId)
            .Where(o => o.State == OutboxState.Pending && o.Delivery == nameof(PostCard))
            .ToListAsync(cancellationToken);
        cards.ForEach(c => c.End(now, PostQueue.InsteadOfCards));
        await db.SaveChangesAsync(cancellationToken);
        return cards.Count;
    }

    private async Task<int> GoOnAsync(HandoffDb db, long seq, CancellationToken cancellationToken)
    {
        var rush = await db.Rushes.SingleAsync(r => r.Seq == seq, cancellationToken);
        var at = await db
            .Chats.AsNoTracking()
            .Where(c => c.Team == rush.Team && c.Kind == ChatKind.Sales && c.State != ChatState.Lost)
            .Select(c => new ChatAddress(c.ChatId, c.ThreadId))
            .FirstOrDefaultAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var waiting = await QueueOf(db, rush.Team, now).CountAsync(cancellationToken);
        var arrivals = await crowded.ArrivalsAsync(db, rush, at.ChatId, cancellationToken);
        if (at is { ChatId: 0 } || rush.IsOver(waiting, arrivals, options.Value.After, now))
        {
            rush.End(now);
            if (at is { ChatId: not 0 })
            {
                db.Say(Of(nameof(DrawQueue), at, rush, "end", OutboxPriority.Alarm), now);
                db.Say(Of(nameof(UnpinQueue), at, rush, "unpin", OutboxPriority.Turn), now);
                db.Say(Of(nameof(ListQueue), at, rush, "rest", OutboxPriority.Card), now);
            }
        }
        else if (now - rush.ShownAt >= options.Value.DrawEvery)
        {
            // Also when as many wait as at the last drawing: it was rendered a moment later. What looks the same is not sent.
            rush.Show(waiting, now);
            var when = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            db.Say(Of(nameof(DrawQueue), at, rush, when, OutboxPriority.Turn), now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return waiting;
    }

    private static IQueryable<Lead> QueueOf(HandoffDb db, TeamId team, DateTimeOffset now) =>
        db
            .Leads.Where(l => l.Team == team && l.Status == LeadStatus.New && !l.IsSuspect && l.ListId == null)
            .NotResting(now);

    private static Intent Of(string delivery, ChatAddress at, Rush rush, string what, OutboxPriority priority)
    {
        var origin = string.Create(CultureInfo.InvariantCulture, $"rush:{rush.Seq}.{what}");
        return new Intent(delivery, at, origin, priority, new PostQueue.Arguments(rush.Seq));
    }
}
