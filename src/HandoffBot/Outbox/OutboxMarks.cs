using HandoffBot.Chat;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>Writes down how a message was answered, and what follows from a refusal.</summary>
internal sealed class OutboxMarks(
    CommitWriter writer,
    SendLimits limits,
    RetryPolicy retries,
    Setbacks setbacks,
    TimeProvider clock
)
{
    public Task RecordAsync(OutboxMessage row, Said said, IDelivery delivery)
    {
        Pause(row, said.Outcome);
        return writer.CommitAsync(
            async (scope, token) =>
            {
                var stored = await scope.Db.Outbox.SingleAsync(o => o.Seq == row.Seq, token);
                await MarkAsync(scope.Db, stored, said, delivery, token);
                await scope.Db.SaveChangesAsync(token);
            },
            // What was said must be recorded: forgetting it would say it twice.
            CancellationToken.None
        );
    }

    private void Pause(OutboxMessage row, SendOutcome outcome)
    {
        if (outcome is SendOutcome.RetryAfter late)
        {
            limits.Pause(row.ChatId, RetryPolicy.AfterTooMany(late.Wait));
        }
        else if (outcome is SendOutcome.Unauthorized or SendOutcome.Unanswered)
        {
            limits.PauseAll(retries.AfterUnanswered(row.Attempts));
        }
    }

    private async Task MarkAsync(
        HandoffDb db,
        OutboxMessage row,
        Said said,
        IDelivery delivery,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        await RememberLooksAsync(db, said, cancellationToken);
        switch (said.Outcome)
        {
            case SendOutcome.Held when said.Speech is Speech.Leave:
                row.Finish(now, "not there any more");
                break;
            case SendOutcome.Sent or SendOutcome.Unchanged or SendOutcome.Gone when said.Speech is Speech.Later later:
                row.WaitUntil(now + later.After, later.Why);
                break;
            case SendOutcome.Sent sent when said.Speech is Speech.Say say:
                await RememberAsync(db, row, say, sent.MessageId, cancellationToken);
                await delivery.SentAsync(
                    row,
                    new MessageRef(row.ChatId, sent.MessageId),
                    sent.FileId,
                    db,
                    cancellationToken
                );
                row.Finish(now);
                break;
            case SendOutcome.Sent or SendOutcome.Unchanged or SendOutcome.Gone:
                row.Finish(now, (said.Speech as Speech.Silence)?.Why);
                break;
            case SendOutcome.RetryAfter late:
                row.WaitUntil(now + RetryPolicy.AfterTooMany(late.Wait), "429");
                await HoldUntilAsync(db, row, now + RetryPolicy.AfterTooMany(late.Wait), cancellationToken);
                break;
            case SendOutcome.Unanswered or SendOutcome.Unauthorized:
                row.WaitUntil(now + retries.AfterUnanswered(row.Attempts), said.Outcome.GetType().Name);
                break;
            case SendOutcome.Refused refused:
                row.End(now, refused.Words);
                break;
            case SendOutcome.Moved moved:
                await Setbacks.MovedAsync(db, row.ChatId, moved.ToChatId, cancellationToken);
                row.WaitUntil(now, "moved");
                break;
            case SendOutcome.Held held:
                await setbacks.HeldAsync(db, row, delivery.WhenUnreachable, held, cancellationToken);
                break;
        }
    }

    private static async Task RememberLooksAsync(HandoffDb db, Said said, CancellationToken cancellationToken)
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

    private static async Task RememberAsync(
        HandoffDb db,
        OutboxMessage row,
        Speech.Say say,
        int messageId,
        CancellationToken cancellationToken
    )
    {
        // Whoever pressed a button before this was recorded has adopted the message already.
        var stored = await db.Messages.FindAsync([row.ChatId, messageId], cancellationToken);
        stored ??= db.Messages.Add(new SentMessage { ChatId = row.ChatId, MessageId = messageId }).Entity;
        (stored.ThreadId, stored.Role, stored.About) = (row.ThreadId, say.Role, say.About);
        (stored.OutboxSeq, stored.SentAt, stored.RenderedHash) = (
            row.Seq,
            row.LeasedAt ?? row.CreatedAt,
            say.Message.Hash()
        );
        db.MessageLeads.AddRange(
            (say.Leads ?? []).Select(l => new SentMessageLead
            {
                ChatId = row.ChatId,
                MessageId = messageId,
                Lead = l,
            })
        );
    }

    private static async Task HoldUntilAsync(
        HandoffDb db,
        OutboxMessage row,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        if (await db.Chats.FindAsync([row.ChatId, row.ThreadId], cancellationToken) is { } chat)
        {
            chat.NotBeforeAt = until;
        }
    }
}
