using System.Collections.Concurrent;
using System.Net;

namespace HandoffBot.Tests.Telegram;

/// <summary>Answers each call with the next answer prepared, the last one for ever, and keeps what was asked.</summary>
internal sealed class StubTelegram(params (HttpStatusCode Status, string Body)[] answers) : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> asked = new();

    public IReadOnlyList<string> Asked => [.. asked];

    public static (HttpStatusCode, string) Refusal(int code, string words) =>
        ((HttpStatusCode)code, $$"""{"ok":false,"error_code":{{code}},"description":"{{words}}"}""");

    public static (HttpStatusCode, string) Sent(int id) =>
        (
            HttpStatusCode.OK,
            $$"""{"ok":true,"result":{"message_id":{{id}},"date":1,"chat":{"id":-5,"type":"supergroup","title":"x"} } }"""
        );

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var (status, body) = answers[Math.Min(asked.Count, answers.Length - 1)];
        asked.Enqueue(request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "");
        return new HttpResponseMessage(status) { Content = new StringContent(body) };
    }
}
