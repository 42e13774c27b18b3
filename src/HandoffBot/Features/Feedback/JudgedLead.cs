using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Feedback;

/// <summary>A lead of a report; without a reason it was not a bad one.</summary>
/// <param name="Words">What a rep wrote where no listed reason fitted.</param>
internal sealed record JudgedLead(LeadId Id, string? Campaign, RejectReason? Reason, string? Words = null);
