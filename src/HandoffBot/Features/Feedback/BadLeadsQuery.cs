using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Feedback;

/// <summary>Reads the leads a report speaks of: those that came in its hour, and the bad ones whenever they came.</summary>
internal sealed class BadLeadsQuery(HandoffDb db)
{
    public Task<bool> AnyAsync(BadLeadsWindow window, CancellationToken cancellationToken) =>
        Bad(window).AnyAsync(cancellationToken);

    public async Task<IReadOnlyList<JudgedLead>> ReadAsync(BadLeadsWindow window, CancellationToken cancellationToken)
    {
        var bad = await JudgedAsync(Bad(window), cancellationToken);
        var came = await JudgedAsync(
            db.Leads.Where(l =>
                l.Team == window.TeamId
                && !l.IsTest
                && l.MergedInto == null
                && l.ReceivedAt > window.From
                && l.ReceivedAt <= window.To
            ),
            cancellationToken
        );
        var said = await WordsAsync(window, cancellationToken);
        var others = came.ExceptBy(bad.Select(l => l.Id), l => l.Id).Select(l => l with { Reason = null });
        return [.. bad.Select(l => l with { Words = said.GetValueOrDefault(l.Id) }), .. others];
    }

    private IQueryable<Lead> Bad(BadLeadsWindow window) =>
        db.Leads.Where(l =>
            l.Team == window.TeamId
            && l.Status == LeadStatus.Rejected
            && !l.IsTest
            && l.ClosedAt > window.From
            && l.ClosedAt <= window.To
        );

    /// <summary>The last words given for the reason "other".</summary>
    private async Task<Dictionary<LeadId, string>> WordsAsync(
        BadLeadsWindow window,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from lead in Bad(window)
            where lead.Reason == nameof(RejectReason.Other)
            join said in db.LeadWords on lead.Id equals said.Lead
            where said.Kind == WordsKind.Reason
            orderby said.Id
            select new { said.Lead, said.Text }
        ).ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.Lead).ToDictionary(r => r.Key, r => r.Last().Text);
    }

    private async Task<List<JudgedLead>> JudgedAsync(IQueryable<Lead> leads, CancellationToken cancellationToken)
    {
        var rows = await (
            from lead in leads.AsNoTracking()
            join campaign in db.Campaigns on lead.CampaignId equals campaign.Id into named
            from campaign in named.DefaultIfEmpty()
            orderby lead.Id
            select new
            {
                lead.Id,
                Campaign = campaign == null ? null : campaign.Name,
                lead.Reason,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new JudgedLead(
                r.Id,
                r.Campaign,
                Enum.TryParse<RejectReason>(r.Reason, out var reason) ? reason : RejectReason.Other
            )),
        ];
    }
}
