using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Tells the admin that messages fail again and again while others pass, and where the cause is.</summary>
internal sealed class TellStuckMessages(HandoffDb db, AdminDesk desk) : IDelivery
{
    public WhenUnreachable WhenUnreachable => WhenUnreachable.Wait;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var stuck = await db.Outbox.CountAsync(StuckMessages.AreStuck, cancellationToken);
        if (stuck == 0)
        {
            return Speech.Nothing("said meanwhile");
        }

        var words = await desk.WordsAsync(new PersonId(row.ChatId), cancellationToken);
        var message = ChatMessage.Of(
            Line.Bold(words.Say("Team.MessagesStuck", stuck)),
            words["Team.MessagesStuckWhere"],
            words["Team.UpdateFailedThen"]
        );
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
