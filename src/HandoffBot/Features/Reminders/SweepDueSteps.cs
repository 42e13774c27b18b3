using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Ticks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>Takes the steps that are due: each lead its highest one, all of a sweep in one commit.</summary>
internal sealed class SweepDueSteps(
    CommitWriter writer,
    HandoffDb rows,
    WaitOutAbsence absence,
    WatchShifts shifts,
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

        var alone = await shifts.SettleAsync(cancellationToken);
        // A plain look first: with nothing due the writer is left alone.
        var now = clock.GetUtcNow();
        while (await IsAnyDueAsync(alone, now, cancellationToken))
        {
            if (
                await writer.CommitAsync(
                    (scope, token) => TakeAsync(scope.Db, new HandOut(scope.Db, clock), alone, now, token),
                    cancellationToken
                ) == 0
            )
            {
                return;
            }
        }
    }

    /// <summary>By order and not by whether there is any: PostgreSQL then takes the index, also of a table it has no statistics of yet.</summary>
    private async Task<bool> IsAnyDueAsync(
        IReadOnlyList<TeamId> alone,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        await Due(rows, alone, now)
            .OrderBy(l => l.NextStepAt)
            .Select(l => l.NextStepAt)
            .FirstOrDefaultAsync(cancellationToken)
            is not null;

    /// <summary>Where nobody is on shift the clock of what waits stands.</summary>
    private static IQueryable<Lead> Due(HandoffDb db, IReadOnlyList<TeamId> alone, DateTimeOffset now)
    {
        var due = db.Leads.Where(l => l.NextStepAt <= now);
        return alone.Count == 0 ? due : due.Where(l => l.Status != LeadStatus.New || !alone.Contains(l.Team));
    }

    private static async Task<int> TakeAsync(
        HandoffDb db,
        HandOut handOut,
        IReadOnlyList<TeamId> alone,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var due = await Due(db, alone, now)
            .OrderBy(l => l.NextStepAt)
            .ThenBy(l => l.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        var teams = due.Select(l => l.Team).Distinct().ToList();
        var rhythms = await db
            .Teams.AsNoTracking()
            .Where(t => teams.Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, t => t.Rhythm, cancellationToken);
        var stepped = new List<Lead>();
        foreach (var lead in due)
        {
            var step = lead.TakeStep(now, rhythms[lead.Team]);
            if (step is LeadStep.Next)
            {
                await handOut.OfferNextAsync(lead, cancellationToken);
            }
            else if (step is not LeadStep.None)
            {
                stepped.Add(lead);
            }
        }

        await OwnersLeave.RouteAsync(db, stepped, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return due.Count;
    }
}
