using HandoffBot.Domain.Leads;

namespace HandoffBot.Persistence;

/// <summary>Finds contacts by what they share: one search an index each.</summary>
internal static class SharedContacts
{
    /// <param name="keys">Phones, mailboxes and accounts, as a <see cref="ContactKey"/> spells them.</param>
    /// <returns>The ids of those that have any of them.</returns>
    public static IQueryable<long> WithAny(this IQueryable<Contact> ofTeam, List<string> keys)
    {
        var accounts = keys.SelectMany(ContactKey.ShownOf).ToList();
        return ofTeam
            .Where(c => keys.Contains(c.Phone!))
            .Select(c => c.Id)
            .Union(ofTeam.Where(c => keys.Contains(c.Mailbox!)).Select(c => c.Id))
            .Union(ofTeam.Where(c => accounts.Contains(c.Messenger!)).Select(c => c.Id));
    }
}
