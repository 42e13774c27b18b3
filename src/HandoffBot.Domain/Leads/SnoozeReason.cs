namespace HandoffBot.Domain.Leads;

/// <summary>Why a waiting lead may rest.</summary>
internal enum SnoozeReason
{
    /// <summary>The customer wants to be called then.</summary>
    CustomerAsked,

    /// <summary>Something must be known first.</summary>
    Details,

    /// <summary>What is asked for cannot be had yet.</summary>
    Stock,

    /// <summary>In words, which stand apart.</summary>
    Other,
}
