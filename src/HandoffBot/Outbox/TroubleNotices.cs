using HandoffBot.Chat;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>Tells the admin that a chat takes no messages, once for one trouble.</summary>
internal sealed class TroubleNotices(TimeProvider clock)
{
    public async Task TellAdminAsync(HandoffDb db, TroubleNotice notice, CancellationToken cancellationToken)
    {
        var admin = await db.Installations.AsNoTracking().Select(i => i.Admin).SingleAsync(cancellationToken);
        var about = string.Create(
            CultureInfo.InvariantCulture,
            $"notice:{notice.ChatId}/{notice.ThreadId}:{notice.Why}:"
        );
        if (admin is { } person && !await IsToldAsync(db, notice, about, cancellationToken))
        {
            var now = clock.GetUtcNow();
            var origin = string.Create(CultureInfo.InvariantCulture, $"{about}{now.ToUnixTimeMilliseconds()}");
            db.Say(
                new Intent(
                    TroubleNotice.Delivery,
                    ChatAddress.Private(person.Value),
                    origin,
                    OutboxPriority.Private,
                    notice
                ),
                now
            );
        }
    }

    /// <summary>Any press may bring a chat back for a try; the admin hears of the same trouble again only once something had passed.</summary>
    private static async Task<bool> IsToldAsync(
        HandoffDb db,
        TroubleNotice notice,
        string about,
        CancellationToken cancellationToken
    )
    {
        var toldAt = await db
            .Outbox.Where(o => o.OnceKey.StartsWith(about))
            .MaxAsync(o => (DateTimeOffset?)o.CreatedAt, cancellationToken);
        return toldAt is not null
            && !await db.Outbox.AnyAsync(
                o =>
                    o.ChatId == notice.ChatId
                    && o.ThreadId == notice.ThreadId
                    && o.State == OutboxState.Sent
                    && o.Why == null
                    && o.SentAt > toldAt,
                cancellationToken
            );
    }
}
