using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Forgetting;

/// <summary>Who asked by the inquiries of leads, as they said it then.</summary>
internal static class JoinedContacts
{
    public static async Task<List<Contact>> OfAsync(
        HandoffDb db,
        IReadOnlyCollection<LeadId> leads,
        CancellationToken cancellationToken
    )
    {
        if (leads.Count == 0)
        {
            return [];
        }

        var ids = await db
            .Inquiries.Where(i => leads.Contains(i.Lead) && i.ContactId != null)
            .Select(i => i.ContactId!.Value)
            .ToListAsync(cancellationToken);
        return ids.Count == 0 ? [] : await db.Contacts.Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
    }
}
