using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff.Queue;

/// <summary>The rush is over: what was pinned before it is seen again.</summary>
internal sealed class UnpinQueue(HandoffDb db) : IDelivery
{
    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var seq = row.Read<PostQueue.Arguments>().Rush;
        var pinned = await db
            .Messages.AsNoTracking()
            .Where(m => m.Role == MessageRole.Queue && m.About == seq && m.ChatId == row.ChatId && !m.IsGone)
            .OrderByDescending(m => m.MessageId)
            .FirstOrDefaultAsync(cancellationToken);
        return pinned is null ? Speech.Nothing("nothing stands there") : new Speech.Unpin(pinned.Ref);
    }
}
