using System.Text.Json;

namespace HandoffBot.Load.Inside;

/// <summary>The points before and after calls to Telegram, told apart by their methods.</summary>
internal sealed class FatefulCalls(Fate fate) : DelegatingHandler
{
    private int confirmed;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var method = request.RequestUri!.Segments[^1];
        await PassBeforeAsync(method, request, cancellationToken);
        var answer = await base.SendAsync(request, cancellationToken);
        PassAfter(method);
        return answer;
    }

    private async Task PassBeforeAsync(string method, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        switch (method)
        {
            case "getUpdates":
                await PassConfirmAsync(request, cancellationToken);
                break;
            case "answerCallbackQuery":
                fate.Pass(DeathPoint.BeforeAnswer);
                break;
            case "editMessageText":
                fate.Pass(DeathPoint.BeforeTurn);
                break;
            case "sendPhoto":
                fate.Pass(DeathPoint.BeforeSummarySent);
                break;
            case "sendMessage":
                fate.Pass(DeathPoint.BeforeSend);
                break;
        }
    }

    private void PassAfter(string method)
    {
        switch (method)
        {
            case "answerCallbackQuery":
                fate.Pass(DeathPoint.AfterAnswer);
                break;
            case "editMessageText":
                fate.Pass(DeathPoint.AfterTurn);
                break;
            case "sendPhoto":
                fate.Pass(DeathPoint.AfterSummarySent);
                break;
            case "sendMessage":
                fate.Pass(DeathPoint.AfterSend);
                break;
        }
    }

    /// <summary>A poll confirms when its offset has grown.</summary>
    private async Task PassConfirmAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        using var asked = JsonDocument.Parse(body);
        var offset = asked.RootElement.TryGetProperty("offset", out var given) ? given.GetInt32() : 0;
        if (offset > confirmed)
        {
            confirmed = offset;
            fate.Pass(DeathPoint.BeforeConfirm);
        }
    }
}
