namespace HandoffBot.Domain.Team;

/// <summary>On which days of the week somebody works, and when, in place of the team's hours. A day not named is free.</summary>
internal sealed record ShiftPlan(IReadOnlyList<PlannedDay> Days)
{
    public WeekDays WeekDays =>
        Days.Aggregate(WeekDays.None, (all, planned) => all | (WeekDays)(1 << (int)planned.Day));

    public PlannedDay? On(DayOfWeek day) => Days.FirstOrDefault(d => d.Day == day);

    public bool Equals(ShiftPlan? other) => other is not null && Days.SequenceEqual(other.Days);

    public override int GetHashCode() => Days.Aggregate(0, HashCode.Combine);
}

/// <summary>By the wall clock; <c>To</c> at or before <c>From</c> is on the next day.</summary>
internal sealed record PlannedDay(DayOfWeek Day, TimeOnly From, TimeOnly To);
