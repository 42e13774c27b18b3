using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Team;

/// <summary>A group became a supergroup: the team and all that waits follow to its new id.</summary>
internal sealed class FollowUpgrade(HandoffDb db) : IListener<ChatUpgraded>
{
    public async Task<bool> HearAsync(ChatUpgraded update, CancellationToken cancellationToken)
    {
        await GroupMove.FollowAsync(db, update.FromChatId, update.ToChatId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
