using HandoffBot.Domain.Leads;

namespace HandoffBot.Forgetting;

/// <summary>One person as far as is known: everything that shares a phone, an e-mail or an account, in every team.</summary>
/// <param name="Leads">Oldest first, each with its contact.</param>
internal sealed record PersonLeads(IReadOnlyList<Lead> Leads)
{
    public IEnumerable<ContactKey> Keys => Leads.SelectMany(l => l.Contact.Keys()).Distinct();

    public IEnumerable<Lead> Open => Leads.Where(l => l.IsOpen);
}
