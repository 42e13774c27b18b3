using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Persistence;

/// <summary>
/// What the database knows already of a batch's inquiries and contacts. Nearly all are new: those need not ask one by one, nor be
/// saved one by one.
/// </summary>
internal sealed class Foresight
{
    private readonly HashSet<(long Source, InquiryKey Kind, string Key)> inquiries = [];
    private readonly HashSet<(TeamId Team, string Key)> contacts = [];

    private readonly HashSet<(long Source, InquiryKey Kind, string Key)> soughtInquiries;
    private readonly HashSet<(TeamId Team, string Key)> soughtContacts;

    private Foresight(IReadOnlyList<Likeness> asked)
    {
        soughtInquiries = [.. asked.Select(InquiryOf).OfType<(long, InquiryKey, string)>()];
        soughtContacts = [.. asked.SelectMany(ContactsOf)];
    }

    /// <summary>From here to the commit nobody else decides about these contacts.</summary>
    public static async Task<Foresight> OfAsync(
        HandoffDb db,
        IReadOnlyList<Likeness> asked,
        CancellationToken cancellationToken
    )
    {
        await db.LockAsync([.. asked.SelectMany(a => a.Locks).Distinct()], cancellationToken);
        return await GlanceAsync(db, asked, cancellationToken);
    }

    /// <summary>Of this moment: in the next one somebody else may decide otherwise.</summary>
    public static async Task<Foresight> GlanceAsync(
        HandoffDb db,
        IReadOnlyList<Likeness> asked,
        CancellationToken cancellationToken
    )
    {
        var seen = new Foresight(asked);
        foreach (var source in seen.soughtInquiries.GroupBy(i => (i.Source, i.Kind)))
        {
            var keys = source.Select(i => i.Key).ToList();
            var known = await db
                .Inquiries.Where(i => i.SourceId == source.Key.Source && i.KeyKind == source.Key.Kind)
                .Where(i => keys.Contains(i.Key))
                .Select(i => i.Key)
                .ToListAsync(cancellationToken);
            seen.inquiries.UnionWith(known.Select(key => (source.Key.Source, source.Key.Kind, key)));
        }

        foreach (var team in seen.soughtContacts.GroupBy(c => c.Team))
        {
            var keys = team.Select(c => c.Key).ToList();
            var known = await KnownAsync(db.Contacts.Where(c => c.Team == team.Key), keys, cancellationToken);
            seen.contacts.UnionWith(known.Select(key => (team.Key, key)));
        }

        return seen;
    }

    /// <summary>
    /// From now on the inquiry and its contact are known. True: they were looked up and were not known before. Who came another way,
    /// such as a lead put in by hand, was not looked up.
    /// </summary>
    public bool TakeAsNew(Likeness asked)
    {
        var isNew = true;
        if (InquiryOf(asked) is { } inquiry)
        {
            isNew &= inquiries.Add(inquiry) && soughtInquiries.Contains(inquiry);
        }

        foreach (var contact in ContactsOf(asked))
        {
            isNew &= contacts.Add(contact) && soughtContacts.Contains(contact);
        }

        return isNew;
    }

    private static (long Source, InquiryKey Kind, string Key)? InquiryOf(Likeness asked) =>
        asked.Key is { } key ? (asked.SourceId, asked.KeyKind, key) : null;

    private static IEnumerable<(TeamId Team, string Key)> ContactsOf(Likeness asked) =>
        asked.Contact.Select(key => (asked.Team, key));

    /// <summary>One search an index each.</summary>
    private static async Task<IEnumerable<string>> KnownAsync(
        IQueryable<Contact> ofTeam,
        List<string> keys,
        CancellationToken cancellationToken
    )
    {
        var accounts = keys.SelectMany(ContactKey.ShownOf).ToList();
        var known = await ofTeam
            .Where(c => keys.Contains(c.Phone!))
            .Select(c => c.Phone!)
            .Union(ofTeam.Where(c => keys.Contains(c.Mailbox!)).Select(c => c.Mailbox!))
            .Union(ofTeam.Where(c => accounts.Contains(c.Messenger!)).Select(c => c.Messenger!))
            .ToListAsync(cancellationToken);
        return known.Concat(known.Select(shown => ContactKey.OfMessenger(shown).Value));
    }
}
