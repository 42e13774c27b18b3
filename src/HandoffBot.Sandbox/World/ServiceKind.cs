namespace HandoffBot.Sandbox.World;

internal enum ServiceKind
{
    GroupCreated,
    MembersJoined,
    MemberLeft,
    MigratedTo,
    MigratedFrom,
    MessagePinned,
    TopicCreated,
    TopicClosed,
    TopicReopened,
    TitleChanged,
}
