using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace HandoffBot.Telegram;

/// <summary>The two ways to Telegram: short calls, and the long poll, whose timeout must outlast Telegram's own.</summary>
internal sealed class TelegramClients(IHttpClientFactory http, IOptions<TelegramOptions> options)
{
    public const string HttpName = "telegram";

    private static readonly TimeSpan PollMargin = TimeSpan.FromSeconds(30);

    private readonly TelegramOptions options = options.Value;

    public ITelegramBotClient Calls => field ??= Create(options.CallTimeout);

    public ITelegramBotClient Polling => field ??= Create(options.PollTimeout + PollMargin);

    private TelegramBotClient Create(TimeSpan timeout)
    {
        var client = http.CreateClient(HttpName);
        client.Timeout = timeout;
        var address = options.BaseUrl.Length == 0 ? null : options.BaseUrl;

        // The client would wait out a 429 inside the call; waiting is the outbox's business.
        return new TelegramBotClient(
            new TelegramBotClientOptions(options.Token, address) { RetryThreshold = 0 },
            client
        );
    }
}
