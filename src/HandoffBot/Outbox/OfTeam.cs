namespace HandoffBot.Outbox;

/// <summary>What the arguments of a message about one team have in common.</summary>
internal sealed record OfTeam(int? Team);
