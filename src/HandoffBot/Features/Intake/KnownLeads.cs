using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake;

/// <summary>Finds the leads of whoever asks, and of those who share a phone, a mailbox or an account with them.</summary>
internal sealed class KnownLeads(HandoffDb db)
{
    /// <summary>Of a number that many ask from, the latest are looked at; every inquiry that joined has one of its own.</summary>
    private const int LatestContacts = 200;

    /// <summary>What is known of them; from here to the commit nobody else decides about this contact.</summary>
    public async Task<Recognition> RecogniseAsync(
        Door door,
        NewInquiry asked,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await db.LockAsync([.. asked.LikenessAt(door).Locks], cancellationToken);
        var contacts = await ContactsAsync(door, [.. asked.ContactKeys()], cancellationToken);
        if (contacts.Count == 0)
        {
            return new Recognition(null, null, null);
        }

        var known = await LeadsAsync(contacts, cancellationToken);
        return Recognition.Of(
            asked.ContactAt(door),
            // A test must not disturb a real lead, nor a suspect post one that is in work.
            [.. known.Where(k => k.Lead.IsTest == asked.IsTest && k.Lead.IsSuspect == asked.IsSuspect)],
            door.Team.JoinsWithin,
            now
        );
    }

    private async Task<List<Contact>> ContactsAsync(Door door, List<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var team = door.Team.Id;
        var ids = await db
            .Contacts.Where(c => c.Team == team)
            .WithAny(keys)
            .OrderByDescending(id => id)
            .Take(LatestContacts)
            .ToListAsync(cancellationToken);
        return ids.Count == 0 ? [] : await db.Contacts.Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
    }

    // Asked by contact alone: with other conditions SQLite would walk all leads of the last days.
    private async Task<List<Acquaintance>> LeadsAsync(List<Contact> contacts, CancellationToken cancellationToken)
    {
        var ids = contacts.ConvertAll(c => c.Id);
        var leads = await db
            .Leads.Include(l => l.Contact)
            .Where(l => ids.Contains(l.ContactId))
            .ToListAsync(cancellationToken);
        var pairs = leads.ConvertAll(l => (Lead: l.Id, Contact: l.Contact));
        var others = contacts.Where(c => leads.TrueForAll(l => l.ContactId != c.Id)).ToDictionary(c => c.Id);
        if (others.Count > 0)
        {
            var rest = others.Keys.ToList();
            var asked = await db
                .Inquiries.Where(i => i.ContactId != null && rest.Contains(i.ContactId.Value))
                .Select(i => new { i.Lead, Contact = i.ContactId!.Value })
                .ToListAsync(cancellationToken);
            pairs.AddRange(asked.Select(a => (a.Lead, others[a.Contact])));
        }

        var read = leads.ConvertAll(l => l.Id);
        var unread = pairs.Select(p => p.Lead).Except(read).ToList();
        leads.AddRange(
            unread.Count == 0
                ? []
                : await db
                    .Leads.Include(l => l.Contact)
                    .Where(l => unread.Contains(l.Id))
                    .ToListAsync(cancellationToken)
        );

        var standing = new Dictionary<LeadId, Lead>();
        foreach (var id in pairs.Select(p => p.Lead).Distinct())
        {
            standing[id] = await StandingAsync(id, leads, cancellationToken);
        }

        return
        [
            .. pairs
                .GroupBy(p => standing[p.Lead], p => p.Contact)
                .Select(g => new Acquaintance(g.Key, [.. g.Distinct()])),
        ];
    }

    /// <summary>The lead, or the one that goes on for it.</summary>
    private async Task<Lead> StandingAsync(LeadId id, List<Lead> read, CancellationToken cancellationToken)
    {
        var lead =
            read.Find(l => l.Id == id)
            ?? await db.Leads.Include(l => l.Contact).SingleAsync(l => l.Id == id, cancellationToken);
        return lead.MergedInto is { } into ? await StandingAsync(into, read, cancellationToken) : lead;
    }
}
