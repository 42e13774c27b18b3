namespace HandoffBot.Domain.Leads;

/// <summary>Where a lead stands: New → Claimed → Qualified → Won or Lost, or Rejected.</summary>
internal enum LeadStatus
{
    New,
    Claimed,
    Qualified,
    Won,
    Lost,
    Rejected,

    /// <summary>Found to be one with another lead, which goes on for both.</summary>
    Merged,
}
