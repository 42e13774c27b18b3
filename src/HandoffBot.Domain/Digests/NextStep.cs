namespace HandoffBot.Domain.Digests;

/// <summary>The one thing that would help the most next week.</summary>
internal abstract record NextStep
{
    private const double HealthySlaShare = 0.8;
    private const double NoticeableShare = 0.05;

    private const int FewestLeads = 2;

    /// <summary>Half of the leads gone, of a week that had ten, is no chance.</summary>
    private const double CollapsedShare = 0.5;

    private const int EnoughBefore = 10;

    private NextStep() { }

    /// <summary>
    /// The larger of two losses: the hours of most late claims, when under 80 % were within the SLA, and the commonest
    /// reason that speaks against a source, when it cost a twentieth of the leads. A single lead is no reason to act.
    /// </summary>
    public static NextStep Of(WeeklyFigures figures)
    {
        var worst = figures.Speed.Share < HealthySlaShare ? LateHours.Worst(figures.LateByHour) : null;
        if (worst is { Count: < FewestLeads })
        {
            worst = null;
        }

        var reason = figures.WorstReasonOfSource;
        if (reason is { Count: < FewestLeads } || reason?.Count < figures.Leads * NoticeableShare)
        {
            reason = null;
        }

        return (worst, reason) switch
        {
            ({ } hours, _) when hours.Count >= (reason?.Count ?? 0) => new StaffHours(hours, figures.Speed.Late),
            (_, { } bad) => new AnswerReason(bad),
            _ when figures.Leads == 0 => new CheckSources(),
            _ when figures.Change.Leads <= -CollapsedShare && figures.Leads - figures.Change.LeadsBy >= EnoughBefore =>
                new CheckFallenSources(),
            _ when figures.Unclaimed > 0 => new ClearQueue(figures.Unclaimed),
            _ => new KeepPace(),
        };
    }

    /// <param name="Worst">The hours that most late claims fell into.</param>
    /// <param name="Late">All late claims.</param>
    internal sealed record StaffHours(LateHours Worst, int Late) : NextStep;

    internal sealed record AnswerReason(BadReason Reason) : NextStep;

    internal sealed record ClearQueue(int Waiting) : NextStep;

    internal sealed record CheckSources : NextStep;

    /// <summary>Far fewer came than the week before.</summary>
    internal sealed record CheckFallenSources : NextStep;

    internal sealed record KeepPace : NextStep;
}
