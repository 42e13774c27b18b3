namespace HandoffBot.Sandbox.World;

/// <summary>A person's or a bot's standing in a chat.</summary>
internal sealed record Member(long UserId, MemberStatus Status)
{
    public AdminRights Rights { get; init; }

    /// <summary>Counts only while <see cref="Status"/> is Restricted.</summary>
    public Permissions Permissions { get; init; } = Permissions.Usual;

    public bool IsIn => Status is not (MemberStatus.Left or MemberStatus.Kicked);

    public bool IsAdmin => Status is MemberStatus.Administrator or MemberStatus.Creator;

    public bool May(AdminRights right) =>
        Status == MemberStatus.Creator || (Status == MemberStatus.Administrator && Rights.HasFlag(right));
}
