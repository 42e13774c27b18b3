using System.Text.Json;
using HandoffBot.Chat;
using HandoffBot.Telegram.Polling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace HandoffBot.Telegram.Webhook;

/// <summary>Telegram posts an update: <c>POST /telegram</c>. Anything but 2xx makes it come again, later and later, for a day.</summary>
internal sealed partial class ReceiveUpdate(WebhookSecret secret, Reception reception, ILogger<ReceiveUpdate> logger)
{
    public const string Path = "/telegram";

    private const string BusyForSeconds = "2";

    public async Task<IResult> HandleAsync(HttpContext http)
    {
        if (!secret.Opens(http.Request.Headers[WebhookSecret.Header].ToString()))
        {
            Log.NotTelegram(logger);
            return TypedResults.Unauthorized();
        }

        if (reception.Me is not { } me)
        {
            return Busy(http);
        }

        try
        {
            var letter = await ReadAsync(http, me);
            return await reception.TakeAsync(letter) ? TypedResults.Ok() : Busy(http);
        }
        catch (BadHttpRequestException ex)
        {
            return TypedResults.StatusCode(ex.StatusCode);
        }
        // Broken JSON, and letters that are not UTF-8.
        catch (Exception ex) when (ex is JsonException or InvalidOperationException)
        {
            Log.NoUpdate(logger, ex.GetType().Name);
            return TypedResults.BadRequest();
        }
    }

    private static async Task<Letter> ReadAsync(HttpContext http, BotIdentity me)
    {
        // Longer bodies, and such as trickle in, are cut by the server's own limits.
        using var json = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
        return Letter.Open(json.RootElement, me);
    }

    private static StatusCodeHttpResult Busy(HttpContext http)
    {
        http.Response.Headers[HeaderNames.RetryAfter] = BusyForSeconds;
        return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "A post to the webhook did not come from Telegram: its secret is another.")]
        public static partial void NotTelegram(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "A post to the webhook had the right secret and was no update ({Why}).")]
        public static partial void NoUpdate(ILogger logger, string why);
    }
}
