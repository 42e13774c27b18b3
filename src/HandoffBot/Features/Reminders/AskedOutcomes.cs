using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>Outcomes that were asked for once already: while nothing happens, the morning list asks for them each day.</summary>
internal sealed class AskedOutcomes(HandoffDb db)
{
    /// <summary>Whether somebody gets a morning list at all.</summary>
    public Task<bool> ListedAsync(TeamId team, PersonId person, CancellationToken cancellationToken) =>
        db.Members.AnyAsync(
            m => m.Team == team && m.Person == person && m.LeftAt == null && (m.Roles & Roles.Rep) != 0,
            cancellationToken
        );

    /// <summary>Those of them where nobody did anything between the last two times it fell due.</summary>
    public async Task<IReadOnlySet<LeadId>> OfAsync(IReadOnlyList<LeadId> leads, CancellationToken cancellationToken)
    {
        var told = await db
            .LeadEvents.AsNoTracking()
            .Where(e => leads.Contains(e.Lead) && (e.Step == LeadStep.Outcome || e.Actor != null))
            .Select(e => new
            {
                e.Lead,
                e.Number,
                e.Step,
            })
            .ToListAsync(cancellationToken);
        return told.GroupBy(e => e.Lead)
            .Where(l =>
                l.OrderByDescending(e => e.Number).Take(2).Select(e => e.Step).ToList()
                    is [LeadStep.Outcome, LeadStep.Outcome]
            )
            .Select(l => l.Key)
            .ToHashSet();
    }
}
