using HandoffBot.Chat;

namespace HandoffBot.Telegram;

/// <summary>Reads Telegram's clock off each of its answers.</summary>
internal sealed class NoteTime(MessengerClock clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.Date is { } at)
        {
            clock.Told(at);
        }

        return answer;
    }
}
