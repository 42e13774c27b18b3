namespace HandoffBot.Sandbox.World;

/// <summary>A chat with all that was said in it; a private one has the person's id and belongs to one bot.</summary>
internal sealed record ChatRoom(long Id, ChatKind Kind, string Title)
{
    public string? Username { get; init; }

    public bool IsForum { get; init; }

    public ImmutableDictionary<long, Member> Members { get; init; } = ImmutableDictionary<long, Member>.Empty;

    public ImmutableSortedDictionary<int, Message> Messages { get; init; } =
        ImmutableSortedDictionary<int, Message>.Empty;

    public ImmutableSortedDictionary<int, Topic> Topics { get; init; } = ImmutableSortedDictionary<int, Topic>.Empty;

    public int LastMessageId { get; init; }

    /// <summary>What members may do unless restricted further.</summary>
    public Permissions Permissions { get; init; } = Permissions.Usual;

    public long? MigratedTo { get; init; }

    public long? MigratedFrom { get; init; }

    public bool Deleted { get; init; }

    /// <summary>Private chats: the bot it is held with.</summary>
    public long BotId { get; init; }

    /// <summary>Private chats: the person pressed Start once.</summary>
    public bool Started { get; init; }

    /// <summary>Private chats: the person blocked the bot.</summary>
    public bool Blocked { get; init; }

    public bool IsGroup => Kind is ChatKind.Group or ChatKind.Supergroup;

    public Member Member(long userId) => Members.GetValueOrDefault(userId) ?? new Member(userId, MemberStatus.Left);

    /// <summary>The latest message pinned, if any is.</summary>
    public Message? PinnedMessage => Messages.Values.LastOrDefault(message => message.Pinned);

    public bool MaySend(long userId, Permissions what)
    {
        var member = Member(userId);
        return member.IsAdmin
            || (
                member.IsIn
                && Permissions.HasFlag(what)
                && (member.Status != MemberStatus.Restricted || member.Permissions.HasFlag(what))
            );
    }
}
