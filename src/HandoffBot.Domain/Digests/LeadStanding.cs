namespace HandoffBot.Domain.Digests;

/// <summary>Where a lead stands when the figures are taken.</summary>
internal enum LeadStanding
{
    New,
    Claimed,
    Qualified,
    Won,
    Lost,
    Rejected,
}
