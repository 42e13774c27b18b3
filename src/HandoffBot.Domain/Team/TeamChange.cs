namespace HandoffBot.Domain.Team;

/// <summary>Somebody changed a setting of a team; never edited.</summary>
internal sealed class TeamChange
{
    public long Seq { get; private set; }

    public required TeamId Team { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonId By { get; init; }

    public required TeamSetting What { get; init; }

    /// <summary>As it was shown, in the team's language of then.</summary>
    public required string Before { get; init; }

    public required string After { get; init; }
}

/// <summary>What can be set for a team. Numbers travel in buttons and are never given twice.</summary>
internal enum TeamSetting
{
    Locale = 1,
    Hours = 2,
    Holidays = 3,
    Ladder = 4,
    Capacity = 5,
    Handing = 6,
    Webhook = 20,
    Repeats = 21,
    AfterClaim = 22,
    Masking = 23,
}
