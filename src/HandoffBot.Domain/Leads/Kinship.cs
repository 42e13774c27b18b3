namespace HandoffBot.Domain.Leads;

/// <summary>Whether two contacts are one person's.</summary>
internal enum Kinship
{
    /// <summary>They have nothing in common.</summary>
    None,

    /// <summary>They share a phone, a mailbox or an account, as couples and colleagues do.</summary>
    Perhaps,

    Same,
}
