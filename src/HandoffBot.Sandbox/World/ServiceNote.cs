namespace HandoffBot.Sandbox.World;

/// <summary>What a service message tells: who joined, what was pinned, where the group moved.</summary>
internal sealed record ServiceNote(ServiceKind Kind)
{
    public ImmutableArray<long> Users { get; init; } = [];

    public long ChatId { get; init; }

    public int MessageId { get; init; }

    public string? Name { get; init; }
}
