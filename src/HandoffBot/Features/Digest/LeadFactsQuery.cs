using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Digest;

/// <summary>Reads what the figures need to know of a team's leads.</summary>
internal sealed class LeadFactsQuery(HandoffDb db)
{
    /// <summary>Leads received or closed since then.</summary>
    public Task<List<LeadFacts>> SinceAsync(TeamId team, DateTimeOffset since, CancellationToken cancellationToken) =>
        FactsAsync(
            db.Leads.Where(l => l.Team == team && (l.ReceivedAt >= since || l.ClosedAt >= since)),
            cancellationToken
        );

    /// <summary>Leads received or closed since then and every open one, with the last thing a person did with it.</summary>
    public async Task<List<LeadFacts>> WithOpenAsync(
        TeamId team,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var facts = await FactsAsync(
            db.Leads.Where(l => l.Team == team && (l.ReceivedAt >= since || l.ClosedAt >= since || l.ClosedAt == null)),
            cancellationToken
        );
        var moved = await (
            from lead in db.Leads
            where lead.Team == team && lead.ClosedAt == null
            join e in db.LeadEvents on lead.Id equals e.Lead
            where e.Actor != null
            group e by e.Lead into done
            select new { Lead = done.Key, At = done.Max(e => e.At) }
        ).ToDictionaryAsync(m => m.Lead, m => m.At, cancellationToken);
        return
        [
            .. facts.Select(f => f with { LastMovedAt = moved.TryGetValue(f.Id, out var at) ? at : f.LastMovedAt }),
        ];
    }

    /// <summary>The local day a team's leads began: that of its making, or of its first lead where that is older.</summary>
    public async Task<DateOnly> BeganOnAsync(SalesTeam team, CancellationToken cancellationToken)
    {
        var first = await db
            .Leads.Where(l => l.Team == team.Id)
            .MinAsync(l => (DateTimeOffset?)l.ReceivedAt, cancellationToken);
        var began = first < team.CreatedAt ? first.Value : team.CreatedAt;
        return DateOnly.FromDateTime(WallClock.Local(began, team.Zone));
    }

    private async Task<List<LeadFacts>> FactsAsync(IQueryable<Lead> leads, CancellationToken cancellationToken)
    {
        var rows = await (
            // What lies in a list and was not touched yet is neither late nor work of that time; of two that are one the one that goes on counts.
            from lead in leads
                .AsNoTracking()
                .Where(l => (l.ListId == null || l.Status != LeadStatus.New) && l.MergedInto == null)
            join source in db.Sources on lead.SourceId equals source.Id
            join campaign in db.Campaigns on lead.CampaignId equals campaign.Id into named
            from campaign in named.DefaultIfEmpty()
            select new Row(
                lead.Id,
                source.Name,
                campaign == null ? null : campaign.Name,
                lead.ReceivedAt,
                lead.ClaimDueAt,
                lead.Cycle,
                lead.FirstClaimedAt,
                lead.Status,
                lead.QualifiedAt,
                lead.ClosedAt,
                lead.Reason,
                lead.AmountMinor,
                lead.CallBackAt,
                lead.IsTest,
                lead.ListId != null
            )
        ).ToListAsync(cancellationToken);
        return [.. rows.Select(Of)];
    }

    private static LeadFacts Of(Row row) =>
        new()
        {
            Id = row.Id,
            Source = row.Source,
            Campaign = row.Campaign,
            ReceivedAt = row.ReceivedAt,
            // A lead that came back to the queue has a new clock; it is the first one that counts.
            ClaimDueAt = row.Cycle == 0 ? row.ClaimDueAt : null,
            FirstClaimedAt = row.FirstClaimedAt,
            Status = row.Status,
            WasQualified = row.QualifiedAt is not null,
            ClosedAt = row.ClosedAt,
            RejectReason = Enum.TryParse<RejectReason>(row.Reason, out var reason) ? reason : null,
            AmountMinor = row.AmountMinor,
            CallBackAt = row.CallBackAt,
            IsTest = row.IsTest,
            IsListed = row.IsListed,
        };

    private sealed record Row(
        LeadId Id,
        string Source,
        string? Campaign,
        DateTimeOffset ReceivedAt,
        DateTimeOffset ClaimDueAt,
        int Cycle,
        DateTimeOffset? FirstClaimedAt,
        LeadStatus Status,
        DateTimeOffset? QualifiedAt,
        DateTimeOffset? ClosedAt,
        string? Reason,
        long? AmountMinor,
        DateTimeOffset? CallBackAt,
        bool IsTest,
        bool IsListed
    );
}
