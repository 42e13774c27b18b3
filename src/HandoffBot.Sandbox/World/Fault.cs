using System.Diagnostics.CodeAnalysis;

namespace HandoffBot.Sandbox.World;

/// <summary>
/// A disturbance ordered for the next calls. Without a method it spares getUpdates, which would otherwise always be the
/// one to be hit, and setMyCommands, with which a bot that starts is busy and nobody sees it.
/// </summary>
internal sealed record Fault(FaultKind Kind)
{
    private static readonly string[] Spared = ["getUpdates", "setMyCommands"];

    /// <summary>How many calls are still to be hit.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Of the calls it could hit, how many it does hit, at random: 0 to 1.</summary>
    public double Share { get; init; } = 1;

    public string? Method { get; init; }

    public long? ChatId { get; init; }

    /// <summary>Seconds; null leaves the parameter out.</summary>
    public int? RetryAfter { get; init; }

    [SuppressMessage("Security", "CA5394", Justification = "Which call is disturbed is no secret.")]
    public bool Strikes() => Share >= 1 || Random.Shared.NextDouble() < Share;

    public bool Hits(string method, long? chatId) =>
        (ChatId is null || ChatId == chatId)
        && (
            Method is null
                ? !Spared.Contains(method, StringComparer.OrdinalIgnoreCase)
                : method.Equals(Method, StringComparison.OrdinalIgnoreCase)
        );
}
