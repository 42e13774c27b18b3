using HandoffBot.Forgetting;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Backups;

/// <summary>
/// A database that came back without <see cref="RestoreBackup"/>, by <c>pg_restore</c>: what is to be said in it waits for a word, and
/// whoever was forgotten since is forgotten again. Every bot on it must be stopped.
/// </summary>
internal sealed class SettleRestored(HandoffDb db, ForgettingPlaces places, TimeProvider clock)
{
    /// <param name="mayRemember">Goes on also where it cannot be told who was forgotten since.</param>
    public async Task<RestoreOutcome> HandleAsync(bool mayRemember, CancellationToken cancellationToken)
    {
        var forgotten = await ForgottenList.ReadAsync(places, present: null, cancellationToken);
        if (forgotten.Gap is { } gap && !mayRemember)
        {
            return new RestoreOutcome.MightRemember(gap);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Before anybody is forgotten: what writes over them goes out at once.
        var waiting = await db
            .Outbox.Where(o => o.State == OutboxState.Pending || o.State == OutboxState.Sending)
            .ExecuteUpdateAsync(
                set => set.SetProperty(o => o.State, OutboxState.Held).SetProperty(o => o.Why, OutboxMessage.Restored),
                cancellationToken
            );
        var again = await ForgetAgain.HandleAsync(db, forgotten, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RestoreOutcome.Restored(waiting, null, again);
    }
}
