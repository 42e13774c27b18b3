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

    /// <summary>From here to the commit nobody else decides about these contacts.</summary>
    public static async Task<Foresight> OfAsync(
        HandoffDb db,
        IReadOnlyList<Likeness> asked,
        CancellationToken cancellationToken
    )
    {
        var seen = new Foresight();
        await db.LockAsync([.. asked.SelectMany(a => a.Locks).Distinct()], cancellationToken);
        foreach (var source in asked.Where(a => a.Key is not null).GroupBy(a => (a.SourceId, a.KeyKind)))
        {
            var keys = source.Select(a => a.Key!).Distinct().ToList();
            var known = await db
                .Inquiries.Where(i => i.SourceId == source.Key.SourceId && i.KeyKind == source.Key.KeyKind)
                .Where(i => keys.Contains(i.Key))
                .Select(i => i.Key)
                .ToListAsync(cancellationToken);
            seen.inquiries.UnionWith(known.Select(key => (source.Key.SourceId, source.Key.KeyKind, key)));
        }

        foreach (var team in asked.Where(a => a.Contact.Count > 0).GroupBy(a => a.Team))
        {
            var keys = team.SelectMany(a => a.Contact).Distinct().ToList();
            var known = await KnownAsync(db.Contacts.Where(c => c.Team == team.Key), keys, cancellationToken);
            seen.contacts.UnionWith(known.Select(key => (team.Key, key)));
        }

        return seen;
    }

    /// <summary>Whether neither the inquiry nor its contact was there before; from now on both are.</summary>
    public bool IsNew(Likeness asked)
    {
        var isNew = asked.Key is null || inquiries.Add((asked.SourceId, asked.KeyKind, asked.Key));
        foreach (var key in asked.Contact)
        {
            isNew &= contacts.Add((asked.Team, key));
        }

        return isNew;
    }

    /// <summary>One search an index each.</summary>
    private static Task<List<string>> KnownAsync(
        IQueryable<Contact> ofTeam,
        List<string> keys,
        CancellationToken cancellationToken
    ) =>
        ofTeam
            .Where(c => keys.Contains(c.Phone!))
            .Select(c => c.Phone!)
            .Union(ofTeam.Where(c => keys.Contains(c.Email!)).Select(c => c.Email!))
            .Union(ofTeam.Where(c => keys.Contains(c.Messenger!)).Select(c => c.Messenger!))
            .ToListAsync(cancellationToken);
}
