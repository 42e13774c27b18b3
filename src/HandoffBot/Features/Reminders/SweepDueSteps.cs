using HandoffBot.Chat;
using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>Takes the steps that are due: each lead its highest one, all of a sweep in one commit.</summary>
internal sealed class SweepDueSteps(
    CommitWriter writer,
    HandoffDb rows,
    WaitOutAbsence absence,
    Hearing hearing,
    TimeProvider clock
) : ISweep
{
    private const int AtOnce = 500;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await absence.SettleAsync(cancellationToken);
        if (hearing.IsAway)
        {
            // Nobody could answer, and all of it would arrive at once.
            return;
        }

        // A plain look first: with nothing due the writer is left alone.
        var now = clock.GetUtcNow();
        while (await rows.Leads.AnyAsync(l => l.NextStepAt <= now, cancellationToken))
        {
            if (await writer.CommitAsync((scope, token) => TakeAsync(scope.Db, now, token), cancellationToken) == 0)
            {
                return;
            }
        }
    }

    private static async Task<int> TakeAsync(HandoffDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await db
            .Leads.Where(l => l.NextStepAt <= now)
            .OrderBy(l => l.NextStepAt)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        var teams = due.Select(l => l.Team).Distinct().ToList();
        var rhythms = await db
            .Teams.AsNoTracking()
            .Where(t => teams.Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, t => t.Rhythm, cancellationToken);
        due.ForEach(l => l.TakeStep(now, rhythms[l.Team]));
        await db.SaveChangesAsync(cancellationToken);
        return due.Count;
    }
}
