using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Reminders;

/// <summary>Reads the leads a reminder is about, as they stand when it is sent.</summary>
internal sealed class WaitingLeads(HandoffDb db)
{
    public async Task<IReadOnlyList<WaitingLead>> ReadAsync(
        IReadOnlyList<long> numbers,
        CancellationToken cancellationToken
    )
    {
        var ids = numbers.Select(n => new LeadId(n)).ToList();
        var found = await (
            from lead in db.Leads.AsNoTracking().Include(l => l.Contact)
            where ids.Contains(lead.Id)
            join campaign in db.Campaigns on lead.CampaignId equals campaign.Id into campaigns
            from campaign in campaigns.DefaultIfEmpty()
            join owner in db.People on lead.Owner equals owner.Id into owners
            from owner in owners.DefaultIfEmpty()
            orderby lead.WaitingSince, lead.Id
            select new
            {
                Lead = lead,
                Campaign = campaign == null ? null : campaign.Name,
                Owner = owner == null ? null : owner.Name,
            }
        ).ToListAsync(cancellationToken);
        return [.. found.Select(f => new WaitingLead(f.Lead, f.Campaign, f.Owner))];
    }

    public Task<SalesTeam> TeamAsync(TeamId team, CancellationToken cancellationToken) =>
        db.Teams.AsNoTracking().SingleAsync(t => t.Id == team, cancellationToken);
}
