using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake;

/// <summary>Finds the open lead that somebody who asks again belongs to.</summary>
internal sealed class OpenLeads(HandoffDb db)
{
    /// <summary>An open lead older than this is another story: 30 days.</summary>
    private static readonly TimeSpan JoinsWithin = TimeSpan.FromDays(30);

    /// <summary>Somebody who asked more often than this is looked for among the latest of them.</summary>
    private const int LatestContacts = 20;

    /// <summary>Their newest open lead; from here to the commit nobody else decides about this contact.</summary>
    public async Task<Lead?> OfSameContactAsync(
        Door door,
        NewInquiry asked,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await db.LockAsync([.. asked.LikenessAt(door).Locks], cancellationToken);
        if (ContactsOf(door.Team.Id, asked) is not { } contacts)
        {
            return null;
        }

        var ids = await contacts.OrderByDescending(id => id).Take(LatestContacts).ToListAsync(cancellationToken);
        if (ids.Count == 0)
        {
            return null;
        }

        // Asked by contact alone: with the other conditions SQLite would walk all leads of the last 30 days.
        var leads = await db
            .Leads.Include(l => l.Contact)
            .Where(l => ids.Contains(l.ContactId))
            .ToListAsync(cancellationToken);
        return leads.Where(l => Joins(l, asked, now)).MaxBy(l => l.Id.Value);
    }

    // A test must not disturb a real lead, nor a suspect post one that is in work.
    private static bool Joins(Lead lead, NewInquiry asked, DateTimeOffset now) =>
        lead.IsOpen
        && lead.ReceivedAt >= now - JoinsWithin
        && lead.IsTest == asked.IsTest
        && lead.IsSuspect == asked.IsSuspect;

    /// <summary>One search an index each; null when nothing tells this contact from others.</summary>
    private IQueryable<long>? ContactsOf(TeamId team, NewInquiry asked)
    {
        var ofTeam = db.Contacts.Where(c => c.Team == team);
        var (phone, email, messenger) = (asked.Phone.E164, asked.Email, asked.Messenger);
        return new[]
        {
            phone is null ? null : ofTeam.Where(c => c.Phone == phone).Select(c => c.Id),
            email is null ? null : ofTeam.Where(c => c.Email == email).Select(c => c.Id),
            asked.IsMessengerKnown ? ofTeam.Where(c => c.Messenger == messenger).Select(c => c.Id) : null,
        }
            .OfType<IQueryable<long>>()
            .Aggregate((IQueryable<long>?)null, (all, one) => all is null ? one : all.Union(one));
    }
}
