using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Leads that came while the team had no sales chat: those of the last hour arrive as cards, older ones as one list.</summary>
internal sealed class WaitingLeads(HandoffDb db, TimeProvider clock)
{
    public static readonly TimeSpan Old = TimeSpan.FromHours(1);

    public async Task BringAsync(TeamChat chat, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var leads = await UnshownAsync(chat, cancellationToken);
        var queued = await QueuedAsync(chat, cancellationToken);
        var old = leads.Where(l => now - l.ReceivedAt > Old).Select(l => l.Id.Value).ToHashSet();
        foreach (var card in queued.Where(q => old.Contains(q.Key)).SelectMany(q => q))
        {
            card.End(now, "listed");
        }

        var to = new ChatAddress(chat.ChatId, chat.ThreadId);
        var origin = string.Create(CultureInfo.InvariantCulture, $"chat:{to}:{now.ToUnixTimeMilliseconds()}");
        if (old.Count > 0)
        {
            var list = new ListWaiting.Arguments([.. old]);
            db.Say(new Intent(nameof(ListWaiting), to, origin, OutboxPriority.Card, list), now);
        }

        foreach (var lead in leads.Select(l => l.Id.Value).Where(l => !old.Contains(l) && !queued.Contains(l)))
        {
            var card = new Deliveries.OfLead(lead);
            var cause = string.Create(CultureInfo.InvariantCulture, $"{origin}:{lead}");
            db.Say(new Intent(Deliveries.PostCard, to, cause, OutboxPriority.Card, card), now);
        }
    }

    private async Task<List<Waiting>> UnshownAsync(TeamChat chat, CancellationToken cancellationToken)
    {
        var shown = db.Messages.Where(m => m.ChatId == chat.ChatId && m.Role == MessageRole.Card).Select(m => m.About);
        var leads = await db
            .Leads.Where(l => l.Team == chat.Team && l.Status == LeadStatus.New && !l.IsSuspect && l.ListId == null)
            .OrderBy(l => l.ReceivedAt)
            .Select(l => new Waiting(l.Id, l.ReceivedAt))
            .ToListAsync(cancellationToken);
        var known = (await shown.ToListAsync(cancellationToken)).ToHashSet();
        return [.. leads.Where(l => !known.Contains(l.Id.Value))];
    }

    private async Task<ILookup<long, OutboxMessage>> QueuedAsync(TeamChat chat, CancellationToken cancellationToken)
    {
        var rows = await db
            .Outbox.Where(o => o.ChatId == chat.ChatId && o.ThreadId == chat.ThreadId)
            .Where(o => o.Delivery == Deliveries.PostCard)
            .Where(o => o.State == OutboxState.Pending || o.State == OutboxState.Held)
            .ToListAsync(cancellationToken);
        return rows.ToLookup(o => o.Read<Deliveries.OfLead>().Lead);
    }

    private sealed record Waiting(LeadId Id, DateTimeOffset ReceivedAt);
}
