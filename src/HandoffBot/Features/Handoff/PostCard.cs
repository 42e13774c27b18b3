using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Handoff.Queue;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>A lead's card in the sales chat, as the lead stands when it is sent.</summary>
internal sealed class PostCard(LeadSheets sheets, HandoffDb rows, TimeProvider clock) : IDelivery
{
    /// <param name="Anew">It came back to the queue: an edit of its old card would ring nowhere, and the old one is folded.</param>
    internal sealed record Arguments(long Lead, bool Anew = false);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var (id, anew) = row.Read<Arguments>();
        var sheet = await sheets.FindAsync(new LeadId(id), cancellationToken);
        if (sheet is { Lead.Status: LeadStatus.New } && await IsRushAsync(sheet.Lead, cancellationToken))
        {
            return Speech.Nothing(PostQueue.InsteadOfCards);
        }

        return sheet is null or { Lead.IsOpen: false } || (anew && sheet.Lead.Status is not LeadStatus.New)
            ? Speech.Nothing("closed or taken before it was shown")
            : new Speech.Say(LeadCard.Of(sheet, LeadMenu.Main, clock.GetUtcNow()), MessageRole.Card, id);
    }

    private Task<bool> IsRushAsync(Lead lead, CancellationToken cancellationToken) =>
        rows.Rushes.AnyAsync(r => r.Team == lead.Team && r.EndedAt == null, cancellationToken);

    public async Task SentAsync(
        OutboxMessage row,
        MessageRef message,
        string? fileId,
        HandoffDb db,
        CancellationToken cancellationToken
    )
    {
        var (id, anew) = row.Read<Arguments>();
        if (!anew)
        {
            return;
        }

        var older = await db
            .Messages.Where(m => m.ChatId == row.ChatId && m.About == id && m.Role == MessageRole.Card && !m.IsGone)
            .Where(m => m.MessageId != message.MessageId)
            .ToListAsync(cancellationToken);
        older.ForEach(m => m.Role = MessageRole.Folded);
        var origin = string.Create(CultureInfo.InvariantCulture, $"fold:{message.ChatId}/{message.MessageId}");
        var fold = new FoldCards.Arguments(id);
        db.Say(new Intent(nameof(FoldCards), row.To, origin, OutboxPriority.Refresh, fold), clock.GetUtcNow());
    }
}
