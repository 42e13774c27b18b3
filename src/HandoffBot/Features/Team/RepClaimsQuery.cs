using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Each rep's part of the first claims made since a moment; tests and what came in lists left out.</summary>
internal sealed class RepClaimsQuery(HandoffDb db)
{
    public async Task<IReadOnlyDictionary<PersonId, RepClaims>> SinceAsync(
        SalesTeam team,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var claims = await (
            from lead in db.Leads.AsNoTracking()
            where lead.Team == team.Id && lead.FirstClaimedAt >= since && !lead.IsTest && lead.ListId == null
            join e in db.LeadEvents on lead.Id equals e.Lead
            where e.Kind == nameof(LeadClaimed) && e.At == lead.FirstClaimedAt && e.Actor != null
            select new
            {
                e.Actor,
                lead.ReceivedAt,
                e.At,
            }
        ).ToListAsync(cancellationToken);
        var hours = team.Rhythm.Hours;
        return RepClaims.By([.. claims.Select(c => (c.Actor!.Value, hours.Between(c.ReceivedAt, c.At)))]);
    }
}
