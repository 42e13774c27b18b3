using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Forgetting;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>Old cards of a lead that stands further down anew become one line without buttons.</summary>
internal sealed class FoldCards(LeadSheets sheets, HandoffDb db) : IDelivery
{
    internal sealed record Arguments(long Lead);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Lead;
        if (await sheets.FindAsync(new LeadId(id), cancellationToken) is not { } sheet)
        {
            return Speech.Nothing("gone");
        }

        var folded = await db
            .Messages.AsNoTracking()
            .Where(m => m.ChatId == row.ChatId && m.About == id && m.Role == MessageRole.Folded && !m.IsGone)
            .ToListAsync(cancellationToken);
        var line = sheet.Contact.IsForgotten
            ? ForgottenText.Of(sheet.Lead.Id, sheet.Words)
            : ChatMessage.Of(sheet.Words.Say("Handoff.Folded", LeadCard.Title(sheet)));
        return folded.Count == 0
            ? Speech.Nothing("nothing to fold")
            : new Speech.Redraw([.. folded.Select(m => new Redrawing(m.Ref, line))]);
    }
}
