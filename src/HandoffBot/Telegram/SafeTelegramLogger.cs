using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Http.Logging;

namespace HandoffBot.Telegram;

/// <summary>Logs a call by its method, never by its address: the token is part of that.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by the container.")]
internal sealed partial class SafeTelegramLogger(ILogger<SafeTelegramLogger> logger) : IHttpClientLogger
{
    public object? LogRequestStart(HttpRequestMessage request) => null;

    public void LogRequestStop(
        object? context,
        HttpRequestMessage request,
        HttpResponseMessage response,
        TimeSpan elapsed
    ) => Log.Answered(logger, MethodOf(request), (int)response.StatusCode, (long)elapsed.TotalMilliseconds);

    public void LogRequestFailed(
        object? context,
        HttpRequestMessage request,
        HttpResponseMessage? response,
        Exception exception,
        TimeSpan elapsed
    ) => Log.Unanswered(logger, MethodOf(request), exception.GetType().Name, (long)elapsed.TotalMilliseconds);

    /// <summary>The last segment; a path of one segment would be the token itself. What a file is called says what somebody sent.</summary>
    public static string MethodOf(HttpRequestMessage request) =>
        request.RequestUri?.Segments switch
        {
            [_, "file/", ..] => "download",
            { Length: > 2 } segments => segments[^1],
            _ => "?",
        };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "{Method} {Status} in {Milliseconds} ms.")]
        public static partial void Answered(ILogger logger, string method, int status, long milliseconds);

        [LoggerMessage(LogLevel.Debug, "{Method} got no answer ({Failure}) in {Milliseconds} ms.")]
        public static partial void Unanswered(ILogger logger, string method, string failure, long milliseconds);
    }
}
