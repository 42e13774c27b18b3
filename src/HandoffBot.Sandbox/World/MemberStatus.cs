namespace HandoffBot.Sandbox.World;

internal enum MemberStatus
{
    Left,
    Kicked,
    Restricted,
    Member,
    Administrator,
    Creator,
}
