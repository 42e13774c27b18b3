using HandoffBot.Chat;
using HandoffBot.Checkup;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Tells the admin that the disk is filling up while that can still be stored: once a day.</summary>
internal sealed class SweepDisk(DiskCheck disk, HandoffDb rows, CommitWriter writer, TimeProvider clock) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (disk.Examine().All(f => f.IsWell))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var origin = string.Create(CultureInfo.InvariantCulture, $"notice:disk:{now:yyyyMMdd}");
        var admin = await rows.Installations.AsNoTracking().Select(i => i.Admin).SingleAsync(cancellationToken);
        if (admin is not { } person || await rows.Outbox.AnyAsync(o => o.OnceKey.StartsWith(origin), cancellationToken))
        {
            return;
        }

        var to = ChatAddress.Private(person.Value);
        await writer.CommitAsync(
            (scope, token) =>
            {
                scope.Db.Say(new Intent(nameof(TellDisk), to, origin, OutboxPriority.Private), now);
                return scope.Db.SaveChangesAsync(token);
            },
            cancellationToken
        );
    }
}
