using HandoffBot.Persistence;

namespace HandoffBot.Outbox;

/// <summary>What is known of the messages that stand in chats: how they look, and which are gone.</summary>
internal static class StandingMessages
{
    /// <summary>How the redrawn ones look now, and which stand no more.</summary>
    public static async Task RememberLooksAsync(HandoffDb db, Said said, CancellationToken cancellationToken)
    {
        foreach (var (standing, message) in said.Redrawn)
        {
            if (await db.Messages.FindAsync([standing.ChatId, standing.MessageId], cancellationToken) is { } stored)
            {
                stored.RenderedHash = message.Hash();
            }
        }

        foreach (var standing in said.Gone)
        {
            if (await db.Messages.FindAsync([standing.ChatId, standing.MessageId], cancellationToken) is { } stored)
            {
                stored.IsGone = true;
            }
        }
    }

    /// <summary>The message stands now, and so does what it is about.</summary>
    /// <param name="sentTo">Where it was sent: a group that became a supergroup meanwhile took the row along, not the message.</param>
    public static async Task RememberAsync(
        HandoffDb db,
        OutboxMessage row,
        long sentTo,
        Speech.Say say,
        int messageId,
        CancellationToken cancellationToken
    )
    {
        // Whoever pressed a button before this was recorded has adopted the message already.
        var stored = await db.Messages.FindAsync([sentTo, messageId], cancellationToken);
        stored ??= db.Messages.Add(new SentMessage { ChatId = sentTo, MessageId = messageId }).Entity;
        (stored.ThreadId, stored.Role, stored.About) = (row.ThreadId, say.Role, say.About);
        (stored.OutboxSeq, stored.SentAt, stored.RenderedHash) = (
            row.Seq,
            row.LeasedAt ?? row.CreatedAt,
            say.Message.Hash()
        );
        db.MessageLeads.AddRange(
            (say.Leads ?? []).Select(l => new SentMessageLead
            {
                ChatId = sentTo,
                MessageId = messageId,
                Lead = l,
            })
        );
    }
}
