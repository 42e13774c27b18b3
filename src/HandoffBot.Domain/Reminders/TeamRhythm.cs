using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Domain.Reminders;

/// <summary>When a team works and how long its leads may wait, in that working time.</summary>
/// <param name="Ladder">Of what is neither urgent nor can wait.</param>
internal sealed record TeamRhythm(WorkingHours Hours, Ladder Ladder)
{
    /// <summary>Null: as all others.</summary>
    public Ladder? High { get; init; }

    /// <summary>Null: as all others.</summary>
    public Ladder? Low { get; init; }

    public Ladder LadderOf(LeadPriority priority) =>
        priority switch
        {
            LeadPriority.High => High,
            LeadPriority.Low => Low,
            _ => null,
        } ?? Ladder;

    public DateTimeOffset After(DateTimeOffset from, TimeSpan working) => Hours.Add(from, working);
}
