using System.Net;
using HandoffBot.Chat;
using Telegram.Bot.Exceptions;

namespace HandoffBot.Telegram;

/// <summary>Makes one call and turns whatever comes of it into an outcome. No words of an exception get out: they may hold an address.</summary>
internal static class Attempt
{
    public static async Task<Refusal> RunAsync(
        Call call,
        Func<Task<SendOutcome>> ask,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return new(await ask());
        }
        catch (ApiRequestException refused)
        {
            var more = refused.Parameters;
            return Refusals.Read(call, refused.ErrorCode, refused.Message, more?.RetryAfter, more?.MigrateToChatId);
        }
        catch (RequestException broken) when (!cancellationToken.IsCancellationRequested)
        {
            return new(WithoutJson(broken));
        }
        catch (Exception lost)
            when (lost is HttpRequestException or OperationCanceledException or IOException
                && !cancellationToken.IsCancellationRequested
            )
        {
            return new(new SendOutcome.Unanswered(lost.GetType().Name));
        }
    }

    /// <summary>A proxy's page, an empty body, a cut connection, a timeout.</summary>
    private static SendOutcome WithoutJson(RequestException broken) =>
        broken.HttpStatusCode switch
        {
            HttpStatusCode.RequestEntityTooLarge
            or HttpStatusCode.RequestHeaderFieldsTooLarge
            or HttpStatusCode.UnsupportedMediaType => new SendOutcome.Refused($"HTTP {(int)broken.HttpStatusCode}"),
            HttpStatusCode.TooManyRequests => new SendOutcome.RetryAfter(Refusals.UnstatedWait),
            { } status => new SendOutcome.Unanswered($"HTTP {(int)status}"),
            null when broken.InnerException is HttpRequestException network => new SendOutcome.Unanswered(
                network.HttpRequestError.ToString()
            ),
            null => new SendOutcome.Unanswered(broken.InnerException?.GetType().Name ?? "no answer"),
        };
}
