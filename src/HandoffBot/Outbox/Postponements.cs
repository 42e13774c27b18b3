using HandoffBot.Chat;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>Puts off what did not pass: until Telegram's own time, until it answers again, or for good.</summary>
internal sealed class Postponements(Outage outage, StuckMessages stuck, TimeProvider clock)
{
    public const string TooMany = "429";

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task PutOffAsync(
        HandoffDb db,
        OutboxMessage row,
        SendOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        switch (outcome)
        {
            case SendOutcome.RetryAfter late:
                // Due before the chat's pause ends, so that nothing behind it overtakes.
                row.WaitUntil(Now + late.Wait, TooMany);
                await HoldUntilAsync(db, row, Now + RetryPolicy.AfterTooMany(late.Wait), cancellationToken);
                await stuck.FailedAsync(db, row, cancellationToken);
                break;
            case SendOutcome.Unanswered or SendOutcome.Unauthorized:
                row.TryAgain(Now + outage.OwnWait(row.Attempts), nameof(SendOutcome.Unanswered));
                await FailedUnlessAllDoAsync(db, row, cancellationToken);
                break;
            case SendOutcome.Refused refused:
                row.Refuse(Now, refused.Words);
                break;
        }
    }

    /// <summary>An outage is over: whatever waited for its end may go.</summary>
    public Task<int> LetGoAsync(HandoffDb db, CancellationToken cancellationToken)
    {
        var now = Now;
        return db
            .Outbox.Where(o => o.State == OutboxState.Pending && o.Why == nameof(SendOutcome.Unanswered))
            .Where(o => o.DueAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.DueAt, now), cancellationToken);
    }

    private Task FailedUnlessAllDoAsync(HandoffDb db, OutboxMessage row, CancellationToken cancellationToken) =>
        outage.IsOn ? Task.CompletedTask : stuck.FailedAsync(db, row, cancellationToken);

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
