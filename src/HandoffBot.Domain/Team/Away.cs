namespace HandoffBot.Domain.Team;

/// <summary>Why somebody is not at work although the team is.</summary>
internal enum Away
{
    No,
    OffShift,
    OnBreak,
}
