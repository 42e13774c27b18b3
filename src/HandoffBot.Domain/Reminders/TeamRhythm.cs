using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Reminders;

/// <summary>When a team works and how long its leads may wait, in that working time.</summary>
internal sealed record TeamRhythm(WorkingHours Hours, Ladder Ladder)
{
    public DateTimeOffset After(DateTimeOffset from, TimeSpan working) => Hours.Add(from, working);
}
