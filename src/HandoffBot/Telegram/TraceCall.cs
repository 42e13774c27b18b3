using System.Diagnostics;
using HandoffBot.Observability;

namespace HandoffBot.Telegram;

/// <summary>A span for each call, named by the method: the address holds the token.</summary>
internal sealed class TraceCall : DelegatingHandler
{
    /// <summary>It waits most of a minute for nothing, again and again.</summary>
    private const string LongPoll = "getUpdates";

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var method = SafeTelegramLogger.MethodOf(request);
        using var call = method == LongPoll ? null : Traces.Step(method, ActivityKind.Client);
        // An error until there is an answer; an exception's words are not ours to choose, and stay out.
        call?.SetStatus(ActivityStatusCode.Error, "no answer");
        var answer = await base.SendAsync(request, cancellationToken);
        call?.SetTag("http.response.status_code", (int)answer.StatusCode);
        call?.SetStatus(answer.IsSuccessStatusCode ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        return answer;
    }
}
