namespace HandoffBot.Sandbox.BotApi;

/// <summary>Telegram says no: the status, its words, and what comes with them.</summary>
internal sealed class Refusal(int status, string description) : Exception(description)
{
    public int Status { get; } = status;

    /// <summary>Whole seconds; also sent as the header <c>Retry-After</c>.</summary>
    public int? RetryAfter { get; init; }

    public long? MigrateToChatId { get; init; }

    /// <summary>The front end answers some mistakes with a status and nothing else.</summary>
    public bool WithoutBody { get; init; }

    public static Refusal BadRequest(string words) => new(400, $"Bad Request: {words}");

    public static Refusal Forbidden(string words) => new(403, $"Forbidden: {words}");

    public static Refusal Conflict(string words) => new(409, $"Conflict: {words}");

    public static Refusal TooManyRequests(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };

    public static Refusal Bare(int status) => new(status, "") { WithoutBody = true };
}
