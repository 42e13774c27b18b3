using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Reminders;

/// <summary>The reps of a team at one moment. A team nobody sells for yet counts as looked after: its manager is told of what waits.</summary>
internal sealed class Crew(SalesTeam team, IReadOnlyList<Member> reps, DateTimeOffset now)
{
    private readonly WorkingHours hours = team.Rhythm.Hours;

    public SalesTeam Team => team;

    public bool IsThere => reps.Count == 0 || reps.Any(IsOn);

    /// <summary>Since when somebody is there, or nobody is.</summary>
    public DateTimeOffset Since =>
        reps.Count == 0 ? DateTimeOffset.MinValue
        : IsThere ? reps.Select(ShiftOf).Where(s => s.IsOn).Min(s => s.Since)
        : reps.Max(r => ShiftOf(r).Since);

    public bool HasChanged => reps.Any(r => r.WasOn != IsOn(r)) || IsThere != (team.UnattendedSince is null);

    /// <summary>The manager has not heard yet that nobody is there, and it is working time.</summary>
    public bool IsToBeTold => !IsThere && !team.IsUnattendedTold && hours.IsOpen(now);

    /// <summary>On shift, with full hands when last looked.</summary>
    public IEnumerable<Member> Full => reps.Where(r => r.WasFull && IsOn(r));

    /// <summary>Who came, and whether for the first time today; who went.</summary>
    public (IReadOnlyList<(Member Rep, bool IsFirst)> Came, IReadOnlyList<Member> Went) NoteChanges()
    {
        var came = new List<(Member, bool)>();
        var went = new List<Member>();
        foreach (var rep in reps.Where(r => r.WasOn != IsOn(r)))
        {
            if (IsOn(rep))
            {
                came.Add((rep, rep.NoteOn(DayOf(rep))));
                rep.CountCome(ShiftOf(rep).Since, team);
            }
            else
            {
                rep.NoteOff(DayOf(rep));
                rep.CountGone(ShiftOf(rep).Since, team);
                went.Add(rep);
            }
        }

        return (came, went);
    }

    private DateOnly DayOf(Member rep) => DateOnly.FromDateTime(WallClock.Local(ShiftOf(rep).Since, team.Zone));

    private bool IsOn(Member rep) => ShiftOf(rep).IsOn;

    private ShiftState ShiftOf(Member rep) => rep.ShiftAt(now, hours);
}
