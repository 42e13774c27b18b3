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
        var asked = new HashSet<LeadId>();
        foreach (var lead in leads)
        {
            var last = await db
                .LeadEvents.AsNoTracking()
                .Where(e => e.Lead == lead && (e.Step == LeadStep.Outcome || e.Actor != null))
                .OrderByDescending(e => e.Number)
                .Select(e => e.Step)
                .Take(2)
                .ToListAsync(cancellationToken);
            if (last is [LeadStep.Outcome, LeadStep.Outcome])
            {
                asked.Add(lead);
            }
        }

        return asked;
    }
}
