using HandoffBot.Telegram.Polling;
using Telegram.Bot.Requests;

namespace HandoffBot.Telegram.Webhook;

/// <summary>setWebhook for the same kinds of updates as polling asks for. It drops nothing that waits.</summary>
internal sealed class SetWebhookRequest() : RequestBase<bool>("setWebhook")
{
    public required string Url { get; init; }

    public required string SecretToken { get; init; }

    public IEnumerable<string> AllowedUpdates { get; } = RawUpdatesRequest.Wanted;
}
