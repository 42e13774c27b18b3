using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Handoff.Merging;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>Reads leads with all that is shown of them.</summary>
internal sealed class LeadSheets(HandoffDb db, LeadTiesQuery tiesOf)
{
    private const int NotesShown = 3;

    public async Task<LeadSheet?> FindAsync(LeadId id, CancellationToken cancellationToken)
    {
        var sheet = await ReadAsync(id, cancellationToken);
        return sheet?.Lead.Former is not { } former
            ? sheet
            : sheet with
            {
                Ties = sheet.Ties with { Former = await ReadAsync(former, cancellationToken) },
            };
    }

    private async Task<LeadSheet?> ReadAsync(LeadId id, CancellationToken cancellationToken)
    {
        var found = await (
            from lead in db.Leads.AsNoTracking().Include(l => l.Contact)
            where lead.Id == id
            join source in db.Sources on lead.SourceId equals source.Id
            join campaign in db.Campaigns on lead.CampaignId equals campaign.Id into campaigns
            from campaign in campaigns.DefaultIfEmpty()
            join team in db.Teams on lead.Team equals team.Id
            select new
            {
                Lead = lead,
                Team = team,
                Source = source.Name,
                Campaign = campaign == null ? null : campaign.Name,
            }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var ties = await tiesOf.OfAsync(found.Lead, cancellationToken);
        var group = ties.Group(id).ToList();
        var words = await db
            .LeadWords.AsNoTracking()
            .Where(w => group.Contains(w.Lead) && (w.Kind == WordsKind.Message || w.Kind == WordsKind.Note))
            .OrderByDescending(w => w.Id)
            .ToListAsync(cancellationToken);
        var actor = found.Lead.IsOpen ? null : await CloserAsync(found.Lead, cancellationToken);
        var names = await NamesAsync(
            [.. new[] { found.Lead.Owner, actor, found.Lead.OfferedTo }.OfType<PersonId>().Distinct()],
            cancellationToken
        );
        return new LeadSheet(
            found.Lead,
            found.Team,
            found.Source,
            found.Campaign,
            words.FirstOrDefault(w => w.Kind == WordsKind.Message)?.Text,
            Name(found.Lead.Owner),
            Name(actor),
            Name(found.Lead.OfferedTo),
            [.. words.Where(w => w.Kind == WordsKind.Note).Take(NotesShown).Select(w => w.Text)]
        )
        {
            Ties = ties,
            IsExplained = await db.LeadEvents.AnyAsync(
                e => e.Lead == id && ExplainLead.Reasons.Contains(e.Kind),
                cancellationToken
            ),
        };

        string? Name(PersonId? person) => person is { } id ? names.GetValueOrDefault(id) : null;
    }

    private async Task<PersonId?> CloserAsync(Lead lead, CancellationToken cancellationToken)
    {
        var closing = new[] { nameof(LeadWon), nameof(LeadLost), nameof(LeadRejected), nameof(LeadMerged) };
        return await db
            .LeadEvents.AsNoTracking()
            .Where(e => e.Lead == lead.Id && closing.Contains(e.Kind))
            .OrderByDescending(e => e.Number)
            .Select(e => e.Actor)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public Task<Dictionary<PersonId, string>> NamesAsync(
        IReadOnlyList<PersonId> people,
        CancellationToken cancellationToken
    ) =>
        db
            .People.AsNoTracking()
            .Where(p => people.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
}
