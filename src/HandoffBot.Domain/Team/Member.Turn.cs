namespace HandoffBot.Domain.Team;

/// <summary>A member's part in what is handed out by name.</summary>
internal sealed partial class Member
{
    public const int LargestWeight = 9;

    /// <summary>How many times as many offers as others: 1 unless set; 0: none.</summary>
    public int Weight { get; private set; } = 1;

    /// <summary>Products, cities, languages, sources they know, in one case.</summary>
    public IReadOnlyList<string> Skills { get; private set; } = [];

    public TurnTally Tally { get; private set; } = TurnTally.None;

    /// <param name="weight">0 to <see cref="LargestWeight"/>.</param>
    public void Weigh(int weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, LargestWeight);
        Weight = weight;
    }

    public void Know(IReadOnlyList<string> skills) => Skills = skills;

    public void CountCome(DateTimeOffset at, SalesTeam team) => Tally = ThisWeek(at, team).Come(at);

    public void CountGone(DateTimeOffset at, SalesTeam team) => Tally = ThisWeek(at, team).Go(at);

    public void CountOffer(DateTimeOffset at, SalesTeam team)
    {
        var tally = ThisWeek(at, team);
        Tally = tally with { Offers = tally.Offers + 1 };
    }

    public TurnTally ThisWeek(DateTimeOffset at, SalesTeam team)
    {
        var today = DateOnly.FromDateTime(WallClock.Local(at, team.Zone));
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return Tally.In(monday, WallClock.At(monday.ToDateTime(TimeOnly.MinValue), team.Zone));
    }
}
