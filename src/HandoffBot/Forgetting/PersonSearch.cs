using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Forgetting;

/// <summary>Finds all leads of one person, from one of them or from a contact.</summary>
internal sealed class PersonSearch(HandoffDb db)
{
    public Task<PersonLeads?> OfLeadAsync(LeadId lead, CancellationToken cancellationToken) =>
        GrowAsync(db.Leads.Where(l => l.Id == lead), cancellationToken);

    /// <summary>By contact; where no contact has it, by what was noted when somebody asked again by another number.</summary>
    public async Task<PersonLeads?> OfContactAsync(ContactKey key, CancellationToken cancellationToken) =>
        await GrowAsync(Having([key]), cancellationToken)
        ?? await GrowAsync(await NotedAsync(key, cancellationToken), cancellationToken);

    /// <summary>Whoever shares a phone, an e-mail or an account with those found is the same person, until nobody new is found.</summary>
    private async Task<PersonLeads?> GrowAsync(IQueryable<Lead> first, CancellationToken cancellationToken)
    {
        var found = new Dictionary<LeadId, Lead>();
        var asked = new HashSet<ContactKey>();
        for (IQueryable<Lead>? next = first; next is not null; )
        {
            foreach (var lead in await next.Include(l => l.Contact).ToListAsync(cancellationToken))
            {
                if (!lead.Contact.IsForgotten)
                {
                    found.TryAdd(lead.Id, lead);
                }
            }

            var keys = found.Values.SelectMany(l => l.Contact.Keys()).Where(k => k.IsCertain && asked.Add(k)).ToList();
            next = keys.Count == 0 ? null : Having(keys);
        }

        return found.Count == 0 ? null : new PersonLeads([.. found.Values.OrderBy(l => l.Id.Value)]);
    }

    private IQueryable<Lead> Having(IReadOnlyList<ContactKey> keys)
    {
        var phones = Of(ContactKeyKind.Phone).ToList();
        var emails = Of(ContactKeyKind.Email).ToList();
        var raw = Of(ContactKeyKind.AsTyped).ToList();
        List<string> accounts =
        [
            .. Of(ContactKeyKind.Messenger),
            .. raw,
            .. phones.SelectMany(p => new[] { $"WhatsApp {p}", $"Telegram {p}" }),
        ];
        phones.AddRange(raw);
        return db.Leads.Where(l =>
            phones.Contains(l.Contact.Phone!)
            || emails.Contains(l.Contact.Email!)
            || accounts.Contains(l.Contact.Messenger!)
        );

        IEnumerable<string> Of(ContactKeyKind kind) => keys.Where(k => k.Kind == kind).Select(k => k.Value);
    }

    private async Task<IQueryable<Lead>> NotedAsync(ContactKey key, CancellationToken cancellationToken)
    {
        var notes = await db
            .LeadWords.AsNoTracking()
            .Where(w => w.Kind == WordsKind.Note && w.By == null)
            .Select(w => new { w.Lead, w.Text })
            .ToListAsync(cancellationToken);
        var trace = new PersonTrace([key]);
        var leads = notes.Where(n => trace.IsIn(n.Text)).Select(n => n.Lead).Distinct().ToList();
        return db.Leads.Where(l => leads.Contains(l.Id));
    }
}
