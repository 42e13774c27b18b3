using HandoffBot.Chat;
using HandoffBot.Http;
using HandoffBot.Leadership;
using HandoffBot.Telegram.Polling;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace HandoffBot.Telegram.Webhook;

/// <summary>Tells Telegram where to post what happens.</summary>
internal sealed class WebhookLink(
    TelegramClients clients,
    WebhookSecret secret,
    IOptions<PublicOptions> settings,
    Leader leader,
    ILogger<WebhookLink> logger
)
{
    private bool wasSet;

    public string Address { get; } = settings.Value.Url.TrimEnd('/') + ReceiveUpdate.Path;

    /// <summary>All processes are posted to; the one that speaks looks after that.</summary>
    public Task WhileLeadingAsync(Func<CancellationToken, Task> keep, CancellationToken stoppingToken) =>
        leader.WhileHeldAsync(keep, logger, stoppingToken);

    public async Task<BotIdentity> WhoAmIAsync(CancellationToken cancellationToken) =>
        Identity.Of(await clients.Calls.GetMe(cancellationToken));

    /// <summary>Sets it, as another token or address may have been there, and after that only when another program changed it.</summary>
    /// <returns>Why Telegram could not post lately though something waits; null when nothing is wrong.</returns>
    public async Task<PollTrouble?> KeepAsync(CancellationToken cancellationToken)
    {
        var info = wasSet ? await clients.Calls.GetWebhookInfo(cancellationToken) : null;
        if (info?.Url != Address)
        {
            await SetAsync(cancellationToken);
            wasSet = true;
            return null;
        }

        return info is { PendingUpdateCount: > 0, LastErrorMessage: { Length: > 0 } words }
            ? new(
                PollTroubleKind.Refused,
                $"Telegram cannot post to {Address} ({words}); look at Public:Url, the proxy there and its certificate.",
                TimeSpan.Zero
            )
            : null;
    }

    /// <summary>Why it could not be set, in words that name the mend.</summary>
    public PollTrouble TroubleOf(Exception failure) =>
        Attempt.Read(Call.Other, failure)?.Outcome is SendOutcome.Refused { Words: var words }
            ? new(
                PollTroubleKind.Refused,
                $"Telegram does not take {Address} as the webhook ({words}); look at Public:Url.",
                TimeSpan.Zero
            )
            : PollTrouble.Of(failure);

    private Task<bool> SetAsync(CancellationToken cancellationToken) =>
        clients.Calls.SendRequest(
            new SetWebhookRequest { Url = Address, SecretToken = secret.Value },
            cancellationToken
        );
}
