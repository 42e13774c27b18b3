using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HandoffBot.Sandbox.BotApi.Json;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>The form every answer has: ok and result, or the code, the words and what goes with them.</summary>
internal static class Envelope
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Task WriteAsync(HttpContext http, Answer answer) =>
        WriteAsync(
            http,
            200,
            new JsonObject { ["ok"] = true, ["result"] = answer.Result }.With("description", answer.Description)
        );

    public static Task WriteAsync(HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = refusal.Status;
        if (refusal.WithoutBody)
        {
            http.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        }

        var parameters = new JsonObject()
            .With("retry_after", refusal.RetryAfter)
            .With("migrate_to_chat_id", refusal.MigrateToChatId);
        if (refusal.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var json = new JsonObject
        {
            ["ok"] = false,
            ["error_code"] = refusal.Status,
            ["description"] = refusal.Message,
        };
        return WriteAsync(http, refusal.Status, json.With("parameters", parameters.Count > 0 ? parameters : null));
    }

    private static async Task WriteAsync(HttpContext http, int status, JsonObject json)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(json, Options);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
