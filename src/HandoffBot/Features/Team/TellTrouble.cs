using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Team;

/// <summary>Tells the admin that a chat takes no messages, and what mends it.</summary>
internal sealed class TellTrouble(HandoffDb db, AdminDesk desk) : IDelivery
{
    public WhenUnreachable WhenUnreachable => WhenUnreachable.Wait;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var notice = row.Read<TroubleNotice>();
        var chat = await db.Chats.FindAsync([notice.ChatId, notice.ThreadId], cancellationToken);
        if (chat is not { State: ChatState.Held })
        {
            return Speech.Nothing("mended meanwhile");
        }

        var words = await desk.WordsAsync(new PersonId(row.ChatId), cancellationToken);
        var message = ChatMessage.Of(
            Line.Bold(words.Say("Team.Trouble", chat.Title)),
            words[Mend(notice.Why)],
            words["Team.TroubleKept"]
        );
        return new Speech.Say(message, MessageRole.Other, 0);
    }

    private static string Mend(HeldReason why) =>
        why switch
        {
            HeldReason.NoRight => "Team.TroubleNoRight",
            HeldReason.NoRightInChannel => "Team.TroubleNoRightInChannel",
            HeldReason.TopicLost => "Team.TroubleTopic",
            _ => "Team.TroubleOut",
        };
}
