namespace HandoffBot.Domain.Team;

/// <summary>A person's place in a team.</summary>
internal sealed partial class Member
{
    public required TeamId Team { get; init; }

    public required PersonId Person { get; init; }

    public Roles Roles { get; private set; }

    /// <summary>The last press or message in the team's own chats: private rights lapse without it where leavers cannot be seen.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The update that told of the leaving: what happened before it brings nobody back, however late it is handled.</summary>
    public long? LeftUpdateId { get; private set; }

    public bool IsPresent => LeftAt is null;

    /// <summary>Is one of those who wait for leads; <see cref="MaySell"/> who may take one.</summary>
    public bool IsRep => IsPresent && Roles.HasFlag(Roles.Rep);

    public bool IsManager => IsPresent && (Roles & (Roles.Manager | Roles.Admin)) != 0;

    public bool IsMarketer => IsPresent && (Roles & (Roles.Marketer | Roles.Manager | Roles.Admin)) != 0;

    /// <summary>May take leads and send them back: who sells, and who leads them.</summary>
    public bool MaySell => IsPresent && (Roles & (Roles.Rep | Roles.Manager | Roles.Admin)) != 0;

    /// <summary>When they last did anything anywhere. Rights where leavers cannot be seen hang on <see cref="SeenAt"/> instead.</summary>
    public DateTimeOffset ActiveAt(Person person) => person.ActedAt is { } acted && acted > SeenAt ? acted : SeenAt;

    public void SeenAs(Roles role, DateTimeOffset at)
    {
        (Roles, SeenAt, LeftAt, LeftUpdateId) = (Roles | role, at, null, null);
        if (role.HasFlag(Roles.Rep))
        {
            TakeLeads(true);
        }
    }

    /// <summary>Whether leads are offered to them and wait for them: whoever manages may take one all the same.</summary>
    public void TakeLeads(bool takes) =>
        Roles = takes ? (Roles | Roles.Rep) & ~Roles.NoLeads : (Roles | Roles.NoLeads) & ~Roles.Rep;

    /// <summary>Whether they lead the team; the place in it stays.</summary>
    public void Manage(bool manages) => Roles = manages ? Roles | Roles.Manager : Roles & ~Roles.Manager;

    /// <summary>Gave up some roles; without any left, the place in the team as well.</summary>
    /// <param name="updateId">The messenger's number of the leaving; null where it did not tell of one.</param>
    public void Resign(Roles roles, DateTimeOffset at, long? updateId)
    {
        (Roles, LeftUpdateId) = (Roles & ~roles, updateId);
        // That somebody takes no leads is no place in the team.
        if ((Roles & ~Roles.NoLeads) is Roles.None)
        {
            LeftAt ??= at;
        }
    }
}
