using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>The way back when an admin has left, as the verb <c>admin reset</c>: nobody is admin, and a new code opens. Saves by itself.</summary>
internal sealed class ResetAdmin(HandoffDb db, TimeProvider clock)
{
    /// <summary>The installation as it stands now; <see cref="SetupInvitation"/> tells its new code.</summary>
    public async Task<Installation> HandleAsync(CancellationToken cancellationToken)
    {
        var installation = await db.Installations.SingleAsync(cancellationToken);
        var places = await db.Members.Where(m => m.Person == installation.Admin).ToListAsync(cancellationToken);
        places.ForEach(m => m.Resign(Roles.Admin | Roles.Manager, clock.GetUtcNow(), updateId: null));
        installation.ResetAdmin();
        await db.SaveChangesAsync(cancellationToken);
        return installation;
    }
}
