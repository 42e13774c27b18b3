using System.Linq.Expressions;
using HandoffBot.Chat;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>Messages that fail again and again while others pass: the admin hears of them, once a day.</summary>
internal sealed class StuckMessages(TimeProvider clock)
{
    public const string Delivery = "TellStuckMessages";

    /// <summary>So often a message has failed for a reason of its own, over two minutes at least, that the next try will hardly pass.</summary>
    public const int AfterFailures = 8;

    public static readonly Expression<Func<OutboxMessage, bool>> AreStuck = o =>
        (o.State == OutboxState.Pending || o.State == OutboxState.Sending) && o.Failures >= AfterFailures;

    /// <summary>It failed for a reason of its own.</summary>
    public async Task FailedAsync(HandoffDb db, OutboxMessage row, CancellationToken cancellationToken)
    {
        row.Fail();
        if (row.Failures < AfterFailures)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var origin = string.Create(CultureInfo.InvariantCulture, $"notice:stuck:{now:yyyyMMdd}");
        var admin = await db.Installations.AsNoTracking().Select(i => i.Admin).SingleAsync(cancellationToken);
        if (admin is { } person && !await db.Outbox.AnyAsync(o => o.OnceKey.StartsWith(origin), cancellationToken))
        {
            db.Say(new Intent(Delivery, ChatAddress.Private(person.Value), origin, OutboxPriority.Private), now);
        }
    }
}
