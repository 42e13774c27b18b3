namespace HandoffBot.Domain.Leads;

/// <summary>Whether two names can be one person's.</summary>
internal enum NameAgreement
{
    /// <summary>One of them is not given, or is no name.</summary>
    Unknown,

    /// <summary>They are two people's.</summary>
    Differ,

    /// <summary>One word of each is the same, and nothing speaks against it.</summary>
    Alike,

    /// <summary>Two words at least are the same, and nothing speaks against it.</summary>
    Same,
}
