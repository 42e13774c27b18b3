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
        catch (Exception failure) when (!Stopped(failure, cancellationToken) && Read(call, failure) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>Null for a failure that is not Telegram's, nor of the way there.</summary>
    public static Refusal? Read(Call call, Exception failure) =>
        failure switch
        {
            ApiRequestException refused => Refusals.Read(
                call,
                refused.ErrorCode,
                refused.Message,
                refused.Parameters?.RetryAfter,
                refused.Parameters?.MigrateToChatId
            ),
            RequestException broken => new(WithoutJson(broken)),
            HttpRequestException or OperationCanceledException or IOException => new(
                new SendOutcome.Unanswered(failure.GetType().Name)
            ),
            _ => null,
        };

    /// <summary>Cut off by our own stop; a refusal that was read before it counts all the same.</summary>
    private static bool Stopped(Exception failure, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested && failure is not ApiRequestException;

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
