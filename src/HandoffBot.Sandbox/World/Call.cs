namespace HandoffBot.Sandbox.World;

/// <summary>A call of the bot and its answer, for people to read; never holds the token.</summary>
internal sealed record Call(long Number, DateTimeOffset At, string Method, long? ChatId)
{
    /// <summary>The HTTP status; 0 when the connection was cut instead of an answer.</summary>
    public int Status { get; init; }

    /// <summary>Real time from request to answer.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>How long a flood wait held it back, on the sandbox's clock.</summary>
    public TimeSpan Delayed { get; init; }

    /// <summary>The message the call was about, where it named one.</summary>
    public int? MessageId { get; init; }

    public string Description { get; init; } = "";
}
