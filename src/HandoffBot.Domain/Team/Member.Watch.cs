namespace HandoffBot.Domain.Team;

/// <summary>What was last seen of a member's time and hands: a change is what somebody is told about.</summary>
internal sealed partial class Member
{
    /// <summary>When a new day begins for who is at work round the clock: 9:00, with the digests.</summary>
    public static readonly TimeSpan NewDay = TimeSpan.FromHours(9);

    private static readonly TimeSpan RoundTheClock = TimeSpan.FromDays(1);

    /// <summary>Whether they were on shift when last looked.</summary>
    public bool WasOn { get; private set; } = true;

    /// <summary>Whether they could take no more when last looked.</summary>
    public bool WasFull { get; private set; }

    /// <summary>The last working day they began: see <see cref="WorkDayAt"/>.</summary>
    public DateOnly? BeganOn { get; private set; }

    /// <summary>
    /// The working day an instant belongs to. In their hours it is the date these began on, so that a night is one day, and round the
    /// clock a new one begins at <see cref="NewDay"/>; outside of them it is the date on the wall.
    /// </summary>
    public DateOnly WorkDayAt(DateTimeOffset at, WorkingHours team)
    {
        var hours = HoursOf(team);
        var began = at;
        if (hours.IsOpen(at))
        {
            var since = hours.StandsSince(at);
            var isEndless = hours.ClosesAt(at) is not { } end || end - since >= RoundTheClock;
            began = isEndless ? at - NewDay : since;
        }

        return DateOnly.FromDateTime(WallClock.Local(began, team.Zone));
    }

    /// <returns>Whether this is their first coming of the working day.</returns>
    public bool NoteOn(DateOnly day)
    {
        var isFirst = BeganOn != day;
        (WasOn, BeganOn) = (true, day);
        return isFirst;
    }

    /// <param name="day">The working day that ends; it counts where none was seen to begin.</param>
    public void NoteOff(DateOnly day) => (WasOn, BeganOn) = (false, BeganOn ?? day);

    public void NoteFull(bool isFull) => WasFull = isFull;
}
