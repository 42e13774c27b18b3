using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff.Queue;

/// <summary>Tells the sales chat that the leads of a list wait.</summary>
internal sealed class PostList(ListLineCard card) : IDelivery
{
    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Deliveries.OfList>().List;
        return new Speech.Say(await card.OfAsync(id, cancellationToken), MessageRole.List, id);
    }
}

/// <summary>Draws that line anew, as things stand.</summary>
internal sealed class DrawList(HandoffDb db, ListLineCard card) : IDelivery
{
    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Deliveries.OfList>().List;
        var standing = await db
            .Messages.AsNoTracking()
            .Where(m => m.Role == MessageRole.List && m.About == id && m.ChatId == row.ChatId && !m.IsGone)
            .ToListAsync(cancellationToken);
        if (standing.Count == 0)
        {
            return Speech.Nothing("nothing stands there");
        }

        var message = await card.OfAsync(id, cancellationToken);
        return new Speech.Redraw([.. standing.Select(m => new Redrawing(m.Ref, message))]);
    }
}
