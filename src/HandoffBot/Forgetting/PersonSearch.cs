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
        await GrowAsync(Having([key], []), cancellationToken)
        ?? await GrowAsync(await NotedAsync(key, cancellationToken), cancellationToken);

    /// <summary>Whoever shares a phone, an e-mail or an account with those found, or was merged with them, is the same person, until nobody new is found.</summary>
    private async Task<PersonLeads?> GrowAsync(IQueryable<Lead> first, CancellationToken cancellationToken)
    {
        var (found, joined) = (new Dictionary<LeadId, Lead>(), new Dictionary<long, Contact>());
        var (asked, followed) = (new HashSet<ContactKey>(), new HashSet<LeadId>());
        for (IQueryable<Lead>? next = first; next is not null; )
        {
            var leads = await next.Include(l => l.Contact).ToListAsync(cancellationToken);
            foreach (var lead in leads.Where(l => !l.Contact.IsForgotten))
            {
                found.TryAdd(lead.Id, lead);
            }

            var fresh = found.Keys.Where(followed.Add).ToList();
            foreach (var contact in await JoinedContacts.OfAsync(db, fresh, cancellationToken))
            {
                joined.TryAdd(contact.Id, contact);
            }

            var contacts = found.Values.Select(l => l.Contact).Concat(joined.Values);
            var keys = contacts.SelectMany(c => c.Keys()).Where(k => k.IsCertain && asked.Add(k)).ToList();
            next = keys.Count == 0 && fresh.Count == 0 ? null : Having(keys, [.. fresh.Select(id => found[id])]);
        }

        return found.Count == 0 ? null : new([.. found.Values.OrderBy(l => l.Id.Value)], [.. joined.Values]);
    }

    private IQueryable<Lead> Having(IReadOnlyList<ContactKey> keys, IReadOnlyList<Lead> merged)
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
        var contacts = db
            .Contacts.Where(c =>
                phones.Contains(c.Phone!) || emails.Contains(c.Email!) || accounts.Contains(c.Messenger!)
            )
            .Select(c => c.Id);
        var joined = db
            .Inquiries.Where(i => i.ContactId != null && contacts.Contains(i.ContactId.Value))
            .Select(i => i.Lead);
        var (ids, into) = (
            merged.Select(l => l.Id).ToList(),
            merged.Select(l => l.MergedInto).OfType<LeadId>().ToList()
        );
        return db.Leads.Where(l =>
            contacts.Contains(l.ContactId)
            || joined.Contains(l.Id)
            || into.Contains(l.Id)
            || (l.MergedInto != null && ids.Contains(l.MergedInto.Value))
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
