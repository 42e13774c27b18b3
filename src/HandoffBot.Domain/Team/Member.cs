namespace HandoffBot.Domain.Team;

/// <summary>A person's place in a team.</summary>
internal sealed class Member
{
    public required TeamId Team { get; init; }

    public required PersonId Person { get; init; }

    public Roles Roles { get; private set; }

    /// <summary>The last press or message in the team's own chats: private rights lapse without it where leavers cannot be seen.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public DateTimeOffset? LeftAt { get; private set; }

    public bool IsPresent => LeftAt is null;

    public bool IsManager => IsPresent && (Roles & (Roles.Manager | Roles.Admin)) != 0;

    public bool IsMarketer => IsPresent && (Roles & (Roles.Marketer | Roles.Manager | Roles.Admin)) != 0;

    public void SeenAs(Roles role, DateTimeOffset at)
    {
        (Roles, SeenAt, LeftAt) = (Roles | role, at, null);
    }

    public void Left(DateTimeOffset at) => LeftAt = at;

    /// <summary>Gave up some roles; without any left, the place in the team as well.</summary>
    public void Resign(Roles roles, DateTimeOffset at)
    {
        Roles &= ~roles;
        if (Roles is Roles.None)
        {
            LeftAt ??= at;
        }
    }
}
