namespace HandoffBot.Domain.Team;

/// <summary>Somebody in the messenger, known from what they did there.</summary>
internal sealed class Person
{
    private static readonly TimeSpan ActedEvery = TimeSpan.FromMinutes(5);

    public required PersonId Id { get; init; }

    public required string Name { get; set; }

    public string? Username { get; set; }

    public string? LanguageCode { get; set; }

    /// <summary>When they first wrote in private; without that the bot may not write to them.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>The last press or message anywhere, to a few minutes; null: none was seen yet.</summary>
    public DateTimeOffset? ActedAt { get; private set; }

    public DateTimeOffset? BlockedAt { get; private set; }

    /// <summary>Null: it may ring at any time.</summary>
    public QuietHours? Quiet { get; private set; }

    /// <summary>Which of several teams is meant in private; null: the one they were last seen in.</summary>
    public TeamId? Means { get; private set; }

    /// <summary>Can be written to: a private message was seen and no block since. Unknown counts as no.</summary>
    public bool IsReachable => StartedAt is not null && BlockedAt is null;

    public void Act(DateTimeOffset at)
    {
        if (ActedAt is not { } before || at - before > ActedEvery)
        {
            ActedAt = at;
        }
    }

    public void SeenInPrivate(DateTimeOffset at)
    {
        StartedAt ??= at;
        BlockedAt = null;
    }

    public void BeQuiet(QuietHours? hours) => Quiet = hours;

    public void Mean(TeamId team) => Means = team;

    public void Unreachable(DateTimeOffset at) => BlockedAt ??= at;
}
