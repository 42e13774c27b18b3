using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>After a clock that was ahead was put right: leads that came, were taken or were told of meanwhile are reminded of from now on.</summary>
internal sealed class PullInLeads(CommitWriter writer, HandoffDb rows, TimeProvider clock) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        // A plain look first: with nothing to do the writer is left alone.
        if (await Ahead(rows).AnyAsync(cancellationToken))
        {
            await writer.CommitAsync((scope, token) => PullInAsync(scope.Db, token), cancellationToken);
        }
    }

    private IQueryable<Lead> Ahead(HandoffDb db)
    {
        var from = clock.GetUtcNow() + PullInRows.MayDiffer;
        return db
            .Leads.Where(l => l.NextStepAt > from)
            .Where(l => l.WaitingSince > from || l.ClaimedAt > from || l.LastStepAt > from);
    }

    private async Task<int> PullInAsync(HandoffDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rhythms = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Rhythm, cancellationToken);
        foreach (var lead in await Ahead(db).ToListAsync(cancellationToken))
        {
            lead.CountFrom(now, rhythms[lead.Team]);
        }

        return await db.SaveChangesAsync(cancellationToken);
    }
}
