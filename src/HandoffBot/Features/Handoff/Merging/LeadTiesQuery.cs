using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff.Merging;

/// <summary>Reads what a lead has to do with others; of most leads there is nothing to read.</summary>
internal sealed class LeadTiesQuery(HandoffDb db)
{
    private const int JoinedShown = 3;

    public async Task<LeadTies> OfAsync(Lead lead, CancellationToken cancellationToken)
    {
        var merged = lead.Absorbed == 0 ? [] : await MergedAsync(lead, cancellationToken);
        return new LeadTies
        {
            Merged = merged,
            Joined =
                lead.Inquiries == 1 && merged.TrueForAll(l => l.Inquiries == 1)
                    ? []
                    : await JoinedAsync([lead.Id, .. merged.Select(l => l.Id)], cancellationToken),
            Like = lead.IsOpen && await IsOpenAsync(lead.Like?.Lead, cancellationToken) ? lead.Like : null,
        };
    }

    /// <summary>The lead that goes on for this one: itself, unless it was merged.</summary>
    public async Task<LeadId> StandingAsync(LeadId id, CancellationToken cancellationToken)
    {
        var into = await db
            .Leads.Where(l => l.Id == id)
            .Select(l => l.MergedInto)
            .SingleOrDefaultAsync(cancellationToken);
        return into is { } next ? await StandingAsync(next, cancellationToken) : id;
    }

    private async Task<List<Lead>> MergedAsync(Lead lead, CancellationToken cancellationToken)
    {
        var (all, next) = (new List<Lead>(), new List<LeadId> { lead.Id });
        while (next.Count > 0)
        {
            var found = await db
                .Leads.AsNoTracking()
                .Include(l => l.Contact)
                .Where(l => l.MergedInto != null && next.Contains(l.MergedInto.Value))
                .ToListAsync(cancellationToken);
            all.AddRange(found);
            next = [.. found.Where(l => l.Absorbed > 0).Select(l => l.Id)];
        }

        return [.. all.OrderBy(l => l.Id.Value)];
    }

    private async Task<List<JoinedInquiry>> JoinedAsync(List<LeadId> leads, CancellationToken cancellationToken)
    {
        var asked = await (
            from inquiry in db.Inquiries.AsNoTracking()
            where leads.Contains(inquiry.Lead)
            join contact in db.Contacts on inquiry.ContactId equals (long?)contact.Id into known
            from contact in known.DefaultIfEmpty()
            orderby inquiry.Id
            select new
            {
                inquiry.Id,
                inquiry.Lead,
                inquiry.ReceivedAt,
                HasContact = contact != null,
                Name = contact == null ? null : contact.Name,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. asked
                .GroupBy(i => i.Lead)
                .SelectMany(g => g.Skip(1))
                .Where(i => i.HasContact)
                .OrderByDescending(i => i.Id)
                .Take(JoinedShown)
                .Select(i => new JoinedInquiry(i.Id, i.Lead, i.Name, i.ReceivedAt)),
        ];
    }

    private async Task<bool> IsOpenAsync(LeadId? other, CancellationToken cancellationToken) =>
        other is { } id && await db.Leads.AnyAsync(l => l.Id == id && l.ClosedAt == null, cancellationToken);
}
