namespace HandoffBot.Sandbox.World;

/// <summary>
/// A disturbance ordered for the next calls. Without a method it spares getUpdates, which would otherwise always be the
/// one to be hit.
/// </summary>
internal sealed record Fault(FaultKind Kind)
{
    /// <summary>How many calls are still to be hit.</summary>
    public int Times { get; init; } = 1;

    public string? Method { get; init; }

    public long? ChatId { get; init; }

    /// <summary>Seconds; null leaves the parameter out.</summary>
    public int? RetryAfter { get; init; }

    public bool Hits(string method, long? chatId) =>
        (ChatId is null || ChatId == chatId)
        && (
            Method is null
                ? !method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase)
                : method.Equals(Method, StringComparison.OrdinalIgnoreCase)
        );
}
