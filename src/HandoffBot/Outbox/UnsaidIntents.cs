using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>What is said once for each cause, however often the cause is seen.</summary>
internal static class UnsaidIntents
{
    /// <summary>Those of them that the outbox does not remember.</summary>
    public static async Task<List<Intent>> UnsaidAsync(
        this HandoffDb db,
        IReadOnlyList<Intent> intents,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var keys = intents.Select(i => OutboxMessage.Of(i, now).OnceKey).ToList();
        var said = await db
            .Outbox.Where(o => keys.Contains(o.OnceKey))
            .Select(o => o.OnceKey)
            .ToListAsync(cancellationToken);
        return [.. intents.Where((_, i) => !said.Contains(keys[i]))];
    }
}
