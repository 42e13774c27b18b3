namespace HandoffBot.Domain.Team;

/// <summary>What one rep had of a week: time on shift, and leads offered by name.</summary>
/// <param name="Week">The Monday it began with, in the team's zone.</param>
/// <param name="OnShift">Up to the last going; the time since the last coming is not in it.</param>
/// <param name="Since">The last coming; null while off.</param>
internal sealed record TurnTally(DateOnly Week, TimeSpan OnShift, int Offers, DateTimeOffset? Since)
{
    public static TurnTally None { get; } = new(DateOnly.MinValue, TimeSpan.Zero, 0, null);

    /// <summary>A new week counts anew from its beginning.</summary>
    public TurnTally In(DateOnly week, DateTimeOffset begins) =>
        Week == week ? this : new TurnTally(week, TimeSpan.Zero, 0, Since is null || Since > begins ? Since : begins);

    public TurnTally Come(DateTimeOffset at) => Since is null ? this with { Since = at } : this;

    public TurnTally Go(DateTimeOffset at) =>
        Since is { } since ? this with { OnShift = OnShift + Passed(since, at), Since = null } : this;

    public TimeSpan Until(DateTimeOffset at) => OnShift + (Since is { } since ? Passed(since, at) : TimeSpan.Zero);

    private static TimeSpan Passed(DateTimeOffset from, DateTimeOffset to) => to > from ? to - from : TimeSpan.Zero;
}
