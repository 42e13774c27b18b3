using HandoffBot.Domain.Campaigns;

namespace HandoffBot.Features.Promotions;

/// <summary>What one member answered, and in which words; without an answer none was given.</summary>
internal sealed record ReadinessReply(string Name, ReadinessAnswer? Answer, string? Words);
