using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Reminders;

/// <summary>The reps of a team at one moment. A team nobody sells for yet counts as looked after: its manager is told of what waits.</summary>
internal sealed class Crew(SalesTeam team, IReadOnlyList<Member> reps, DateTimeOffset now)
{
    private readonly WorkingHours hours = team.Rhythm.Hours;
    private readonly DateOnly today = DateOnly.FromDateTime(WallClock.Local(now, team.Zone));

    public SalesTeam Team => team;

    public bool IsThere => reps.Count == 0 || reps.Any(IsOn);

    /// <summary>Since when somebody is there, or nobody is.</summary>
    public DateTimeOffset Since =>
        reps.Count == 0 ? DateTimeOffset.MinValue
        : IsThere ? reps.Select(ShiftOf).Where(s => s.IsOn).Min(s => s.Since)
        : reps.Max(r => ShiftOf(r).Since);

    public bool HasChanged =>
        reps.Any(r => r.WasOn != IsOn(r) || IsNewDay(r)) || IsThere != (team.UnattendedSince is null);

    /// <summary>The manager has not heard yet that nobody is there, and it is working time.</summary>
    public bool IsToBeTold => !IsThere && !team.IsUnattendedTold && hours.IsOpen(now);

    /// <summary>On shift, with full hands when last looked.</summary>
    public IEnumerable<Member> Full => reps.Where(r => r.WasFull && IsOn(r));

    /// <summary>Who came, or stays into a new day, and whether for the first time of it; who went.</summary>
    public (IReadOnlyList<(Member Rep, bool IsFirst)> Came, IReadOnlyList<Member> Went) NoteChanges()
    {
        var came = Stayed().ToList();
        var went = new List<Member>();
        foreach (var rep in reps.Where(r => r.WasOn != IsOn(r)))
        {
            if (IsOn(rep))
            {
                came.Add((rep, rep.NoteOn(rep.WorkDayAt(now, hours))));
                rep.CountCome(ShiftOf(rep).Since, team);
            }
            else
            {
                rep.NoteOff(rep.WorkDayAt(ShiftOf(rep).Since.AddTicks(-1), hours));
                rep.CountGone(ShiftOf(rep).Since, team);
                went.Add(rep);
            }
        }

        return (came, went);
    }

    /// <summary>A new day of who did not go in between. Who has only just joined the team hears nothing.</summary>
    private IEnumerable<(Member Rep, bool IsFirst)> Stayed()
    {
        foreach (var rep in reps.Where(r => r.WasOn && IsNewDay(r)))
        {
            var isKnown = rep.BeganOn is not null;
            rep.NoteOn(rep.WorkDayAt(now, hours));
            if (isKnown)
            {
                yield return (rep, true);
            }
        }
    }

    /// <summary>At work in a day they were not seen to begin: round the clock, or the bot was away. The date on the wall is looked at first, being cheap.</summary>
    private bool IsNewDay(Member rep) => rep.BeganOn != today && IsOn(rep) && rep.BeganOn != rep.WorkDayAt(now, hours);

    private bool IsOn(Member rep) => ShiftOf(rep).IsOn;

    private ShiftState ShiftOf(Member rep) => rep.ShiftAt(now, hours);
}
