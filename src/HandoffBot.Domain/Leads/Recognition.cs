namespace HandoffBot.Domain.Leads;

/// <summary>What is known of somebody who asks.</summary>
/// <param name="Open">Their open lead, which the inquiry joins.</param>
/// <param name="Former">The lead they had before, where it does not join.</param>
/// <param name="Like">The open lead of somebody else that may be theirs, where nothing is sure.</param>
internal sealed record Recognition(Lead? Open, LeadId? Former, Resemblance? Like)
{
    /// <param name="known">Leads with what they share with who asks.</param>
    /// <param name="window">So long after its last inquiry a lead still takes another.</param>
    public static Recognition Of(Contact asked, IReadOnlyList<Acquaintance> known, TimeSpan window, DateTimeOffset at)
    {
        var kin = known.Select(k => (k.Lead, Kinship: k.To(asked), k.Contacts)).OrderByDescending(k => k.Lead.Id.Value);
        var same = kin.Where(k => k.Kinship is Kinship.Same).Select(k => k.Lead).ToList();
        // Who said their name is theirs before it is anybody's.
        var open = same.Where(IsNear).MaxBy(l => PersonName.Compare(l.Contact.Name, asked.Name));
        if (open is not null || same.Count > 0)
        {
            return new Recognition(open, open is null ? same[0].Id : null, null);
        }

        var like = kin.FirstOrDefault(k => k.Kinship is Kinship.Perhaps && IsNear(k.Lead));
        var by = like.Contacts?.Select(c => SamePerson.Common(c, asked)).FirstOrDefault(k => k is not null);
        return new Recognition(null, null, by is { } key ? new Resemblance(like.Lead.Id, key) : null);

        bool IsNear(Lead lead) => lead.IsOpen && lead.LastAskedAt >= at - window;
    }
}

/// <summary>A lead, and those of the contacts it came by that share something with who asks.</summary>
internal sealed record Acquaintance(Lead Lead, IReadOnlyList<Contact> Contacts)
{
    /// <summary>None of its contacts may contradict; nor may the name the lead goes by.</summary>
    public Kinship To(Contact asked)
    {
        var kinds = Contacts.Select(c => SamePerson.Between(c, asked)).Where(k => k is not Kinship.None).ToList();
        return kinds.Count == 0 ? Kinship.None
            : PersonName.Compare(Lead.Contact.Name, asked.Name) is NameAgreement.Differ ? Kinship.Perhaps
            : kinds.Min();
    }
}
