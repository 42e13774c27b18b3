using HandoffBot.Chat;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>Writes down how a message was answered, and what follows from a refusal.</summary>
internal sealed partial class OutboxMarks(
    CommitWriter writer,
    SendLimits limits,
    Outage outage,
    Setbacks setbacks,
    ILogger<OutboxMarks> logger
)
{
    public const string TooMany = "429";

    public Task RecordAsync(OutboxMessage row, Said said, IDelivery delivery)
    {
        var outageIsOver = Heed(row, said.Outcome);
        return writer.CommitAsync(
            async (scope, token) =>
            {
                var stored = await scope.Db.Outbox.SingleAsync(o => o.Seq == row.Seq, token);
                await MarkAsync(scope.Db, stored, row.ChatId, said, delivery, token);
                await scope.Db.SaveChangesAsync(token);
                if (outageIsOver)
                {
                    await LetGoAsync(scope.Db, token);
                }
            },
            // What was said must be recorded: forgetting it would say it twice.
            CancellationToken.None
        );
    }

    /// <summary>True: by this answer an outage is over.</summary>
    private bool Heed(OutboxMessage row, SendOutcome outcome)
    {
        if (outcome is SendOutcome.Unauthorized or SendOutcome.Unanswered)
        {
            outage.Failed(outcome);
            return false;
        }

        if (outcome is SendOutcome.RetryAfter late)
        {
            limits.PauseAsTold(row.ChatId, RetryPolicy.AfterTooMany(late.Wait));
        }
        else if (outcome is SendOutcome.Refused refused)
        {
            Log.Refused(logger, row.Seq, row.Delivery, row.To, refused.Words);
        }

        return outage.Answered();
    }

    private async Task MarkAsync(
        HandoffDb db,
        OutboxMessage row,
        long sentTo,
        Said said,
        IDelivery delivery,
        CancellationToken cancellationToken
    )
    {
        var now = setbacks.Now;
        await RememberLooksAsync(db, said, cancellationToken);
        if (said.Gone.Count > 0)
        {
            await delivery.GoneAsync(row, said.Gone, db, cancellationToken);
        }

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
                var standing = new MessageRef(row.ChatId, sent.MessageId);
                await delivery.SentAsync(row, standing, sent.FileId, db, cancellationToken);
                row.Finish(now);
                break;
            case SendOutcome.Sent or SendOutcome.Unchanged or SendOutcome.Gone:
                row.Finish(now, (said.Speech as Speech.Silence)?.Why);
                break;
            case SendOutcome.Moved moved:
                await MoveAsync(db, row, sentTo, moved.ToChatId, said.Speech, cancellationToken);
                break;
            case SendOutcome.Held held:
                await setbacks.HeldAsync(db, row, delivery.WhenUnreachable, held, cancellationToken);
                break;
            default:
                await SetBackAsync(db, row, said.Outcome, now, cancellationToken);
                break;
        }
    }

    private async Task SetBackAsync(
        HandoffDb db,
        OutboxMessage row,
        SendOutcome outcome,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        switch (outcome)
        {
            case SendOutcome.RetryAfter late:
                // Due before the chat's pause ends, so that nothing behind it overtakes.
                row.WaitUntil(now + late.Wait, TooMany);
                await HoldUntilAsync(db, row, now + RetryPolicy.AfterTooMany(late.Wait), cancellationToken);
                break;
            case SendOutcome.Unanswered or SendOutcome.Unauthorized:
                row.WaitUntil(now + outage.OwnWait(row.Attempts), nameof(SendOutcome.Unanswered));
                break;
            case SendOutcome.Refused refused:
                row.End(now, refused.Words);
                break;
        }
    }

    /// <summary>What was to be sent goes to the new group; a message left behind in the old one can only be edited.</summary>
    private async Task MoveAsync(
        HandoffDb db,
        OutboxMessage row,
        long from,
        long to,
        Speech speech,
        CancellationToken cancellationToken
    )
    {
        await Setbacks.MovedAsync(db, from, to, cancellationToken);
        if (speech is Speech.Say)
        {
            row.MoveTo(new ChatAddress(to, row.ThreadId));
            row.WaitUntil(setbacks.Now, "moved");
        }
        else
        {
            row.Finish(setbacks.Now, "left behind in the old group");
        }
    }

    private Task<int> LetGoAsync(HandoffDb db, CancellationToken cancellationToken)
    {
        var now = setbacks.Now;
        return db
            .Outbox.Where(o => o.State == OutboxState.Pending && o.Why == nameof(SendOutcome.Unanswered))
            .Where(o => o.DueAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.DueAt, now), cancellationToken);
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

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Message {Seq} ({Delivery}) to {Place} was refused for good: {Words}.")]
        public static partial void Refused(ILogger logger, long seq, string delivery, ChatAddress place, string words);
    }
}
