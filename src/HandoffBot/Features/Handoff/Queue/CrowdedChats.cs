using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Handoff.Queue;

/// <summary>
/// Where leads come faster than a chat can show them. Telegram counts what a group gets, whichever of its topics it is for, so the
/// teams of one forum have one allowance.
/// </summary>
internal sealed class CrowdedChats(
    HandoffDb rows,
    SendLimits pace,
    IOptions<RushOptions> options,
    IOptions<SendLimitsOptions> limits,
    TimeProvider clock
)
{
    /// <summary>Half of what a chat may get is left to what is not about new leads, and each lead is posted once and turned once.</summary>
    private const int PartOfCards = 4;

    /// <summary>The chats and topics whose unsent cards would wait longer than the set time; those with the most first, no more than it takes.</summary>
    public async Task<IReadOnlyList<ChatAddress>> FindAsync(CancellationToken cancellationToken)
    {
        if (options.Value.After == TimeSpan.Zero || limits.Value.PerGroupPerMinute == 0)
        {
            return [];
        }

        var cards = await rows
            .Outbox.AsNoTracking()
            .Where(o => o.State == OutboxState.Pending && o.Delivery == nameof(PostCard))
            .GroupBy(o => new { o.ChatId, o.ThreadId })
            .Where(g => g.Count() > Rush.Few)
            .Select(g => new Unsent(g.Key.ChatId, g.Key.ThreadId, g.Count()))
            .ToListAsync(cancellationToken);
        var crowded = new List<ChatAddress>();
        foreach (var chat in cards.GroupBy(c => c.ChatId))
        {
            var waiting = await WaitingAsync(chat.Key, cancellationToken);
            foreach (var topic in chat.OrderByDescending(c => c.Cards))
            {
                if (WaitOf(chat.Key, waiting) > options.Value.After)
                {
                    crowded.Add(new ChatAddress(topic.ChatId, topic.ThreadId));
                    waiting -= topic.Cards;
                }
            }
        }

        return crowded;
    }

    /// <summary>What came of late to the chat that shows the leads of this rush; suspects wait for the manager and are shown nowhere.</summary>
    public async Task<Rush.Arrivals> ArrivalsAsync(
        HandoffDb db,
        Rush rush,
        long chatId,
        CancellationToken cancellationToken
    )
    {
        var since = clock.GetUtcNow() - Rush.Lately;
        var teams = await db
            .Chats.AsNoTracking()
            .Where(c => c.ChatId == chatId && c.Kind == ChatKind.Sales && c.Team != null)
            .Select(c => c.Team!.Value)
            .ToListAsync(cancellationToken);
        var came = db.Leads.AsNoTracking().Where(l => l.ListId == null && !l.IsSuspect && l.ReceivedAt > since);
        return new Rush.Arrivals(
            await came.CountAsync(l => teams.Contains(l.Team), cancellationToken),
            limits.Value.PerGroupPerMinute == 0
                ? int.MaxValue
                : (int)(limits.Value.PerGroupPerMinute * Rush.Lately.TotalMinutes / PartOfCards),
            await came.Where(l => l.Team == rush.Team).MaxAsync(l => (DateTimeOffset?)l.ReceivedAt, cancellationToken)
        );
    }

    /// <summary>All that is said there within the set time goes before the last of the cards, or between them.</summary>
    private Task<int> WaitingAsync(long chatId, CancellationToken cancellationToken)
    {
        var by = clock.GetUtcNow() + options.Value.After;
        return rows.Outbox.CountAsync(
            o => o.ChatId == chatId && o.State == OutboxState.Pending && o.DueAt <= by,
            cancellationToken
        );
    }

    private TimeSpan WaitOf(long chatId, int messages) =>
        pace.PauseOf(chatId) + TimeSpan.FromMinutes((double)messages / limits.Value.PerGroupPerMinute);

    private sealed record Unsent(long ChatId, int ThreadId, int Cards);
}
