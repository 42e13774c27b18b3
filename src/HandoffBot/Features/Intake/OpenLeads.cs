using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake;

/// <summary>Finds the open lead that somebody who asks again belongs to.</summary>
internal sealed class OpenLeads(HandoffDb db)
{
    /// <summary>An open lead older than this is another story: 30 days.</summary>
    private static readonly TimeSpan JoinsWithin = TimeSpan.FromDays(30);

    /// <summary>Their newest open lead; from here to the commit nobody else decides about this contact.</summary>
    public async Task<Lead?> OfSameContactAsync(
        Door door,
        NewInquiry asked,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var keys = asked.ContactKeys().ToList();
        foreach (var key in keys)
        {
            await db.LockAsync($"{door.Team.Id}:{key}", cancellationToken);
        }

        if (keys.Count == 0)
        {
            return null;
        }

        var (team, since) = (door.Team.Id, now - JoinsWithin);
        var (phone, email) = (asked.Phone.E164, asked.Email);
        var messenger = asked.IsMessengerKnown ? asked.Messenger : null;
        return await db
            .Leads.Include(l => l.Contact)
            .Where(l =>
                l.Contact.Team == team
                && (
                    (phone != null && l.Contact.Phone == phone)
                    || (email != null && l.Contact.Email == email)
                    || (messenger != null && l.Contact.Messenger == messenger)
                )
            )
            .Where(l => l.Team == team && l.ReceivedAt >= since)
            .Where(l =>
                l.Status == LeadStatus.New || l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified
            )
            // A test must not disturb a real lead, nor a suspect post one that is in work.
            .Where(l => l.IsTest == asked.IsTest && l.IsSuspect == asked.IsSuspect)
            .OrderByDescending(l => l.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
