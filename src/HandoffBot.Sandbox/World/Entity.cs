namespace HandoffBot.Sandbox.World;

/// <summary>A stretch of a text with a meaning; offset and length are UTF-16 units.</summary>
internal sealed record Entity(string Type, int Offset, int Length)
{
    public string? Url { get; init; }

    public long? UserId { get; init; }

    public string? Language { get; init; }

    public string? CustomEmojiId { get; init; }

    public long? UnixTime { get; init; }

    public string? TimeFormat { get; init; }
}
