using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>A manager acted: what asked them to now says how the lead stands, without buttons.</summary>
internal sealed class SettleNotices(LeadSheets sheets, HandoffDb db) : IDelivery
{
    internal sealed record Arguments(long Lead);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Lead;
        if (await sheets.FindAsync(new LeadId(id), cancellationToken) is not { } sheet)
        {
            return Speech.Nothing("gone");
        }

        var notices = await db
            .Messages.AsNoTracking()
            .Where(m => m.ChatId == row.ChatId && m.Role == MessageRole.Notice && !m.IsGone)
            .Where(m => db.MessageLeads.Any(l => l.ChatId == m.ChatId && l.MessageId == m.MessageId && l.Lead == id))
            .ToListAsync(cancellationToken);
        var settled = ChatMessage.Of(Line.Bold($"{LeadCard.Title(sheet)} · {LeadCard.Ending(sheet)}"));
        return notices.Count == 0
            ? Speech.Nothing("nothing asked")
            : new Speech.Redraw([.. notices.Select(m => new Redrawing(m.Ref, settled))]);
    }
}
