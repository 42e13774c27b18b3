using HandoffBot.Domain.Leads;

namespace HandoffBot.Domain.Digests;

/// <summary>An open lead that nobody has touched.</summary>
/// <param name="Days">Working days since the last movement.</param>
internal sealed record StuckLead(LeadId Id, int Days);
