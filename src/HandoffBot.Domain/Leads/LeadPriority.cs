namespace HandoffBot.Domain.Leads;

/// <summary>What is offered first of what waits, and which SLA it has; a lead has that of its source. In order: it is sorted by.</summary>
internal enum LeadPriority
{
    Low = -1,
    Normal = 0,
    High = 1,
}
