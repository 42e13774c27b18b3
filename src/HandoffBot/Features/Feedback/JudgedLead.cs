using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Feedback;

/// <summary>A lead of a report; without a reason it was not a bad one.</summary>
internal sealed record JudgedLead(LeadId Id, string? Campaign, RejectReason? Reason);
