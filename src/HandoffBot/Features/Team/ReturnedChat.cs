using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Team;

/// <summary>A team's chat takes messages again: what waited goes out, old leads as one list.</summary>
internal sealed class ReturnedChat(HandoffDb db, WaitingLeads waiting)
{
    public async Task BringBackAsync(TeamChat chat, CancellationToken cancellationToken)
    {
        if (chat.Kind is ChatKind.Sales)
        {
            await waiting.BringAsync(chat, cancellationToken);
        }

        // Cards that became part of the list must be ended before the rest is let go.
        await db.SaveChangesAsync(cancellationToken);
        await Setbacks.ReturnedAsync(db, new ChatAddress(chat.ChatId, chat.ThreadId), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
