namespace HandoffBot.Domain.Team;

/// <summary>When one person works: by their own plan or the team's hours, without the team's holidays and their own time off.</summary>
internal sealed record PersonalHours(WorkingHours Hours, ShiftPlan? Plan, IReadOnlyList<TimeOff> Off)
    : Schedule(Hours.Zone)
{
    internal override IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Openings(DateTimeOffset from) =>
        (Plan is null ? Hours.Openings(from) : Planned(Plan, from)).SelectMany(o => Without(o, Off));

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Planned(ShiftPlan plan, DateTimeOffset from)
    {
        foreach (var date in DaysFrom(from))
        {
            if (plan.On(date.DayOfWeek) is { } day && !Hours.Holidays.Contains(date))
            {
                yield return Opening(date, day.From, day.To);
            }
        }
    }

    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Without(
        (DateTimeOffset From, DateTimeOffset To) opening,
        IReadOnlyList<TimeOff> off
    )
    {
        var from = opening.From;
        foreach (var free in off.Where(o => o.From < opening.To && o.To > opening.From).OrderBy(o => o.From))
        {
            if (free.From > from)
            {
                yield return (from, free.From);
            }

            from = free.To > from ? free.To : from;
        }

        if (from < opening.To)
        {
            yield return (from, opening.To);
        }
    }
}
