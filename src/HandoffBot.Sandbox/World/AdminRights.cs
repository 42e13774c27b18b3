namespace HandoffBot.Sandbox.World;

/// <summary>What an administrator may do; the names are Telegram's <c>can_…</c> without the prefix.</summary>
[Flags]
internal enum AdminRights
{
    None = 0,
    ManageChat = 1 << 0,
    DeleteMessages = 1 << 1,
    RestrictMembers = 1 << 2,
    PromoteMembers = 1 << 3,
    ChangeInfo = 1 << 4,
    InviteUsers = 1 << 5,
    PinMessages = 1 << 6,
    ManageTopics = 1 << 7,
    PostMessages = 1 << 8,
    EditMessages = 1 << 9,
    ManageVideoChats = 1 << 10,
    Anonymous = 1 << 11,
    All = (1 << 11) - 1,
}
