namespace HandoffBot.Sandbox.World;

/// <summary>What a member who is not an administrator may do.</summary>
[Flags]
internal enum Permissions
{
    None = 0,
    Text = 1 << 0,
    Photos = 1 << 1,
    Documents = 1 << 2,
    Polls = 1 << 3,
    Other = 1 << 4,
    PinMessages = 1 << 5,
    ManageTopics = 1 << 6,
    Invite = 1 << 7,
    Usual = Text | Photos | Documents | Polls | Other | Invite,
}
