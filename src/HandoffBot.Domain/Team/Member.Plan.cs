namespace HandoffBot.Domain.Team;

/// <summary>What a member said ahead about their time.</summary>
internal sealed partial class Member
{
    /// <summary>As many are kept as a person can oversee.</summary>
    public const int MostTimesOff = 20;

    /// <summary>Farther ahead nobody means it: 400 days.</summary>
    public static readonly TimeSpan FarthestTimeOff = TimeSpan.FromDays(400);

    /// <summary>Shorter time off is no leave: one day, which in spring may have 23 hours.</summary>
    private static readonly TimeSpan Leave = TimeSpan.FromHours(23);

    /// <summary>Null: as the team.</summary>
    public ShiftPlan? Plan { get; private set; }

    public IReadOnlyList<TimeOff> TimesOff { get; private set; } = [];

    /// <summary>When they work if nothing else is said.</summary>
    public Schedule HoursOf(WorkingHours team) =>
        Plan is null && TimesOff.Count == 0 ? team : new PersonalHours(team, Plan, TimesOff);

    /// <summary>The time off that holds at that moment.</summary>
    public TimeOff? TimeOffAt(DateTimeOffset at) => TimesOff.FirstOrDefault(o => o.From <= at && o.To > at);

    /// <summary>Time off of a day or more that keeps them from the hours they would have next, those of this moment left out.</summary>
    public TimeOff? LeaveAfter(DateTimeOffset at, WorkingHours team)
    {
        Schedule planned = Plan is null ? team : new PersonalHours(team, Plan, []);
        var next = planned.NextOpen(planned.ClosesAt(at) ?? at);
        return TimesOff.FirstOrDefault(o => o.To - o.From >= Leave && o.From <= next && o.To > next);
    }

    /// <param name="plan">Null: as the team.</param>
    public void PlanShifts(ShiftPlan? plan) => Plan = plan;

    /// <summary>Writes time off down, unless it is over, too far ahead or overlaps another one; what is over is forgotten by the way.</summary>
    public TimeOffProblem TakeTimeOff(TimeOff off, DateTimeOffset at)
    {
        var kept = TimesOff.Where(o => o.To > at).ToList();
        var problem = off switch
        {
            _ when off.To <= off.From => TimeOffProblem.EndsFirst,
            _ when off.To <= at => TimeOffProblem.Past,
            _ when off.To > at + FarthestTimeOff => TimeOffProblem.TooFar,
            _ when kept.Exists(o => o.From < off.To && o.To > off.From) => TimeOffProblem.Overlaps,
            _ when kept.Count >= MostTimesOff => TimeOffProblem.TooMany,
            _ => TimeOffProblem.None,
        };
        if (problem is TimeOffProblem.None)
        {
            TimesOff = [.. kept.Append(off).OrderBy(o => o.From)];
        }

        return problem;
    }

    /// <summary>Time off that begins then is no more.</summary>
    /// <returns>False: there was none.</returns>
    public bool CancelTimeOff(DateTimeOffset from)
    {
        var kept = TimesOff.Where(o => o.From != from).ToList();
        var isFound = kept.Count < TimesOff.Count;
        TimesOff = kept;
        return isFound;
    }
}
