namespace HandoffBot.Domain.Leads;

/// <summary>An open lead of somebody else who shares a phone, a mailbox or an account with this one: perhaps the same person.</summary>
internal sealed record Resemblance(LeadId Lead, ContactKeyKind By);
