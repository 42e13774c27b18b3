using System.Text.Json;

namespace HandoffBot.Tests.Sandbox;

/// <summary>An answer of the look-alike, read without any client in between.</summary>
internal sealed record Reply(int Status, string Body, string? RetryAfterHeader)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public JsonElement Result =>
        Json.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException(Body);

    public string Description => Json.TryGetProperty("description", out var words) ? words.GetString()! : "";

    /// <summary>Status and words as the table of refusals has them.</summary>
    public string Verdict => $"{Status} {Description}";

    public int MessageId => Result.GetProperty("message_id").GetInt32();

    public static async Task<Reply> ReadAsync(HttpResponseMessage response) =>
        new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null
        );
}
