namespace HandoffBot.Domain.Team;

/// <summary>When a member works: in their hours, unless they say otherwise for now.</summary>
internal sealed partial class Member
{
    public Away Away { get; private set; }

    /// <summary>Null while away: until they come back by themselves.</summary>
    public DateTimeOffset? AwayUntil { get; private set; }

    /// <summary>At work outside their hours until then.</summary>
    public DateTimeOffset? OnUntil { get; private set; }

    /// <summary>When they last said something about their time.</summary>
    public DateTimeOffset? ShiftSaidAt { get; private set; }

    public ShiftState ShiftAt(DateTimeOffset at, WorkingHours team)
    {
        var hours = HoursOf(team);
        if (Away is not Away.No && !(AwayUntil <= at))
        {
            return new ShiftState(false, Away, ShiftSaidAt ?? DateTimeOffset.MinValue, AwayUntil);
        }

        if (OnUntil > at && !hours.IsOpen(at))
        {
            return new ShiftState(true, Away.No, ShiftSaidAt ?? DateTimeOffset.MinValue, OnUntil);
        }

        var since = Latest(
            hours.StandsSince(at),
            ShiftSaidAt,
            AwayUntil <= at ? AwayUntil : null,
            OnUntil <= at ? OnUntil : null
        );
        return hours.IsOpen(at)
            ? new ShiftState(true, Away.No, since, hours.ClosesAt(at))
            : new ShiftState(false, Away.No, since, hours.NextOpen(at));
    }

    /// <summary>When whoever is on shift goes; null: no time is set. Who came before their hours goes on with them.</summary>
    public DateTimeOffset? ShiftEndsAt(DateTimeOffset at, WorkingHours team) =>
        ShiftAt(at, team).Until is { } until && ShiftAt(until, team) is { IsOn: true } next
            ? next.Until
            : ShiftAt(at, team).Until;

    /// <summary>Comes to work. Outside their hours that holds until they begin, and no longer than the day.</summary>
    public void ComeOn(DateTimeOffset at, WorkingHours team)
    {
        var hours = HoursOf(team);
        (Away, AwayUntil, ShiftSaidAt) = (Away.No, null, at);
        OnUntil = hours.IsOpen(at) ? null : Earlier(hours.NextOpen(at), hours.DayEndsAt(at));
    }

    /// <summary>Leaves until their hours begin anew; where they never end, until they come back by themselves.</summary>
    public void GoOff(DateTimeOffset at, WorkingHours team)
    {
        var hours = HoursOf(team);
        (Away, AwayUntil) = (Away.OffShift, hours.ClosesAt(at) is { } end ? hours.NextOpen(end) : null);
        (OnUntil, ShiftSaidAt) = (null, at);
    }

    /// <summary>Takes a break; afterwards all is as before.</summary>
    public void Rest(TimeSpan pause, DateTimeOffset at) =>
        (Away, AwayUntil, ShiftSaidAt) = (Away.OnBreak, at + pause, at);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset?> moments)
    {
        var latest = DateTimeOffset.MinValue;
        foreach (var moment in moments)
        {
            latest = moment > latest ? moment.Value : latest;
        }

        return latest;
    }
}
