namespace HandoffBot.Persistence;

/// <summary>The next number of a kind; gaps are allowed.</summary>
internal sealed class Counter
{
    public required string Name { get; init; }

    public long Next { get; set; }
}
