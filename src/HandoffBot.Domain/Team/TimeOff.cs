namespace HandoffBot.Domain.Team;

/// <summary>A vacation, or a part of a day, on which somebody does not work whatever their plan says.</summary>
internal sealed record TimeOff(DateTimeOffset From, DateTimeOffset To);

/// <summary>Why time off was not written down.</summary>
internal enum TimeOffProblem
{
    None,
    NotUnderstood,
    EndsFirst,
    Past,
    TooFar,
    Overlaps,
    TooMany,
}
