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
    Postponements postponements,
    ILogger<OutboxMarks> logger
)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(500);

    /// <summary>Until it is written down: what was said and is forgotten would be said twice.</summary>
    /// <param name="term">When it ends no more tries are made; whoever leads next says it again.</param>
    public async Task RecordAsync(OutboxMessage row, Said said, IDelivery delivery, CancellationToken term)
    {
        var outageIsOver = Heed(row, said.Outcome);
        for (var first = true; ; first = false)
        {
            try
            {
                await WriteAsync(row, said, delivery, outageIsOver);
                return;
            }
            catch (Exception ex) when (StorageTrouble.WillPass(ex) && !term.IsCancellationRequested)
            {
                if (first)
                {
                    Log.NotWritten(logger, row.Seq, ex.GetType().Name);
                }

                // On the machine's own time: it is the database that is waited for.
                await Task.Delay(TryAgain, TimeProvider.System, term);
            }
        }
    }

    private Task WriteAsync(OutboxMessage row, Said said, IDelivery delivery, bool outageIsOver) =>
        writer.CommitAsync(
            async (scope, token) =>
            {
                var stored = await scope.Db.Outbox.SingleAsync(o => o.Seq == row.Seq, token);
                await (
                    stored.IsPast(row)
                        ? RememberCopyAsync(scope.Db, row, said, token)
                        : MarkAsync(scope.Db, stored, row.ChatId, said, delivery, token)
                );
                await scope.Db.SaveChangesAsync(token);
                if (outageIsOver)
                {
                    await postponements.LetGoAsync(scope.Db, token);
                }
            },
            CancellationToken.None
        );

    /// <summary>This process was paused and another one said it as well: the copy stands, and is kept up to date like the other.</summary>
    private static Task RememberCopyAsync(
        HandoffDb db,
        OutboxMessage row,
        Said said,
        CancellationToken cancellationToken
    ) =>
        said is { Speech: Speech.Say say, Outcome: SendOutcome.Sent sent }
            ? StandingMessages.RememberAsync(db, row, row.ChatId, say, sent.MessageId, cancellationToken)
            : Task.CompletedTask;

    /// <summary>True: by this answer an outage is over.</summary>
    private bool Heed(OutboxMessage row, SendOutcome outcome)
    {
        if (outcome is SendOutcome.Unauthorized or SendOutcome.Unanswered)
        {
            outage.Failed(outcome, row.ChatId);
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
        await StandingMessages.RememberLooksAsync(db, said, cancellationToken);
        if (said.Gone.Count > 0)
        {
            await delivery.GoneAsync(row, said.Gone, db, cancellationToken);
        }

        switch (said.Outcome)
        {
            case SendOutcome.Held when said.Speech is Speech.Leave:
                row.Finish(now, "not there any more");
                break;
            case SendOutcome.Sent or SendOutcome.Unchanged or SendOutcome.Gone:
                await DoneAsync(db, row, sentTo, said, delivery, cancellationToken);
                break;
            case SendOutcome.Moved moved:
                await GroupMove.FollowAsync(db, sentTo, moved.ToChatId, cancellationToken);
                GroupMove.Redirect(row, moved.ToChatId, said.Speech, now);
                break;
            case SendOutcome.Held held:
                await setbacks.HeldAsync(db, row, delivery.WhenUnreachable, held, cancellationToken);
                break;
            default:
                await postponements.PutOffAsync(db, row, said.Outcome, cancellationToken);
                break;
        }
    }

    private async Task DoneAsync(
        HandoffDb db,
        OutboxMessage row,
        long sentTo,
        Said said,
        IDelivery delivery,
        CancellationToken cancellationToken
    )
    {
        var now = setbacks.Now;
        switch (said)
        {
            case { Speech: Speech.Later later }:
                row.WaitUntil(now + later.After, later.Why);
                break;
            case { Speech: Speech.Say say, Outcome: SendOutcome.Sent sent }:
                await StandingMessages.RememberAsync(db, row, sentTo, say, sent.MessageId, cancellationToken);
                var standing = new MessageRef(sentTo, sent.MessageId);
                await delivery.SentAsync(row, standing, sent.FileId, db, cancellationToken);
                row.Finish(now);
                break;
            default:
                row.Finish(now, (said.Speech as Speech.Silence)?.Why);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "How message {Seq} was answered could not be written down ({Kind}); it is tried until it can."
        )]
        public static partial void NotWritten(ILogger logger, long seq, string kind);

        [LoggerMessage(LogLevel.Error, "Message {Seq} ({Delivery}) to {Place} was refused for good: {Words}.")]
        public static partial void Refused(ILogger logger, long seq, string delivery, ChatAddress place, string words);
    }
}
