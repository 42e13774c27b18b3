namespace HandoffBot.Sandbox.World;

internal enum ChatKind
{
    Private,
    Group,
    Supergroup,
    Channel,
}
