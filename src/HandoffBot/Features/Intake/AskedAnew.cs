using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Intake;

/// <summary>What an inquiry says that joins a lead, which has all of this from its first one.</summary>
internal sealed record AskedAnew(Contact Contact, string? Product, string? City, long? CampaignId);
