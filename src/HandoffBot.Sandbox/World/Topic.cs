namespace HandoffBot.Sandbox.World;

/// <summary>A topic of a forum; its id is the id of the message that opened it.</summary>
internal sealed record Topic(int Id, string Name, int IconColor)
{
    public bool Closed { get; init; }
}
