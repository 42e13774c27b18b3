using HandoffBot.Domain.Leads;

namespace HandoffBot.Forgetting;

/// <summary>One person as far as is known: everything that shares a phone, an e-mail or an account, in every team.</summary>
/// <param name="Leads">Oldest first, each with its contact.</param>
/// <param name="Joined">The contacts that inquiries came by which joined them.</param>
internal sealed record PersonLeads(IReadOnlyList<Lead> Leads, IReadOnlyList<Contact> Joined)
{
    public IEnumerable<ContactKey> Keys =>
        Leads.Select(l => l.Contact).Concat(Joined).SelectMany(c => c.Keys()).Distinct();

    public IEnumerable<Lead> Open => Leads.Where(l => l.IsOpen);
}
