using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Backups;

/// <summary>The admin lets go out what came back with a restored backup; the running bot sees it within a second.</summary>
internal sealed class ReleaseRestored(HandoffDb db)
{
    /// <summary>Tells how many there were.</summary>
    public Task<int> HandleAsync(CancellationToken cancellationToken) =>
        db
            .Outbox.Where(o => o.State == OutboxState.Held && o.Why == OutboxMessage.Restored)
            .ExecuteUpdateAsync(
                set => set.SetProperty(o => o.State, OutboxState.Pending).SetProperty(o => o.Why, (string?)null),
                cancellationToken
            );
}
