using HandoffBot.Chat;
using HandoffBot.Http;
using HandoffBot.Telegram.Polling;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace HandoffBot.Telegram.Webhook;

/// <summary>Tells Telegram where to post what happens.</summary>
internal sealed class WebhookLink(TelegramClients clients, WebhookSecret secret, IOptions<PublicOptions> settings)
{
    public string Address { get; } = settings.Value.Url.TrimEnd('/') + ReceiveUpdate.Path;

    public async Task<BotIdentity> WhoAmIAsync(CancellationToken cancellationToken) =>
        Identity.Of(await clients.Calls.GetMe(cancellationToken));

    public Task SetAsync(CancellationToken cancellationToken) =>
        clients.Calls.SendRequest(
            new SetWebhookRequest { Url = Address, SecretToken = secret.Value },
            cancellationToken
        );

    /// <summary>Why it could not be set, in words that name the mend.</summary>
    public PollTrouble TroubleOf(Exception failure) =>
        Attempt.Read(Call.Other, failure)?.Outcome is SendOutcome.Refused { Words: var words }
            ? new(
                PollTroubleKind.Refused,
                $"Telegram does not take {Address} as the webhook ({words}); look at Public:Url.",
                TimeSpan.Zero
            )
            : PollTrouble.Of(failure);
}
