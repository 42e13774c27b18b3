using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>Telegram told an earlier process to leave the chat alone until then.</summary>
internal readonly record struct PastPause(long ChatId, DateTimeOffset Until)
{
    /// <summary>Those that are not over yet.</summary>
    public static async Task<IReadOnlyList<PastPause>> StandingAsync(
        HandoffDb db,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var chats = await db
            .Chats.AsNoTracking()
            .Where(c => c.NotBeforeAt > now)
            .Select(c => new PastPause(c.ChatId, c.NotBeforeAt!.Value))
            .ToListAsync(cancellationToken);
        var rows = await db
            .Outbox.AsNoTracking()
            .Where(o => o.State == OutboxState.Pending && o.Why == Postponements.TooMany && o.DueAt > now)
            .Select(o => new PastPause(o.ChatId, o.DueAt))
            .ToListAsync(cancellationToken);
        return [.. chats, .. rows];
    }
}
