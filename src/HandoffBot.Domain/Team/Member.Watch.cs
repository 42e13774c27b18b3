namespace HandoffBot.Domain.Team;

/// <summary>What was last seen of a member's time and hands: a change is what somebody is told about.</summary>
internal sealed partial class Member
{
    /// <summary>Whether they were on shift when last looked.</summary>
    public bool WasOn { get; private set; } = true;

    /// <summary>Whether they could take no more when last looked.</summary>
    public bool WasFull { get; private set; }

    /// <summary>The day of the team's zone they last worked on.</summary>
    public DateOnly? BeganOn { get; private set; }

    /// <returns>Whether this is their first coming of the day.</returns>
    public bool NoteOn(DateOnly day)
    {
        var isFirst = BeganOn != day;
        (WasOn, BeganOn) = (true, day);
        return isFirst;
    }

    /// <param name="day">When they went: they had been at work that day.</param>
    public void NoteOff(DateOnly day) => (WasOn, BeganOn) = (false, day);

    public void NoteFull(bool isFull) => WasFull = isFull;
}
