using System.Net.Http.Headers;
using System.Text;
using HandoffBot.Sandbox.BotApi.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Brings updates to the bots that set a webhook, each chat's in order, again and again until taken.</summary>
internal sealed class WebhookDelivery : IAsyncDisposable
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    private readonly TelegramWorld _world;
    private readonly HttpClient _http = new() { Timeout = Patience };
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, DeliveryLane> _lanes = [];
    private readonly Task _running;

    public WebhookDelivery(TelegramWorld world)
    {
        _world = world;
        _running = Task.Run(() => RunAsync(_stop.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var bots = _world.View.Bots.Values.ToList();
            var arrivals = bots.Select(bot => _world.QueueOf(bot.Id).Arrival).ToList();
            var delivered = 0;
            foreach (var bot in bots.Where(bot => bot.Webhook is not null && !_world.Faults.IsCut))
            {
                delivered += await DeliverAsync(bot, bot.Webhook!, cancellationToken);
            }

            if (delivered == 0)
            {
                // A setting may have changed or a pause be over, so it looks again from time to time.
                var rest = Task.Delay(LongestRest, TimeProvider.System, cancellationToken);
                await Task.WhenAny([.. arrivals, rest]);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<int> DeliverAsync(BotAccount bot, Webhook webhook, CancellationToken cancellationToken)
    {
        var queue = _world.QueueOf(bot.Id);
        var now = _world.Clock.GetUtcNow();
        var heads = queue
            .Take(0, int.MaxValue)
            .GroupBy(update => $"{bot.Id}:{LaneOf(update)}")
            .Where(lane => !_lanes.TryGetValue(lane.Key, out var known) || known.NotBefore <= now)
            .Select(lane => (lane.Key, Update: lane.First()))
            .ToList();
        foreach (var (lane, update) in heads)
        {
            var (error, retryAfter) = await PostAsync(webhook, update, cancellationToken);
            if (error is null)
            {
                queue.Remove(update.Id);
                _lanes.Remove(lane);
                continue;
            }

            var before = _lanes.GetValueOrDefault(lane) ?? new DeliveryLane(0, default);
            _lanes[lane] = before.Failed(now, retryAfter);
            _world.Change(draft => draft.Put(draft.View.Bots[bot.Id] with { WebhookError = (draft.Now, error) }));
        }

        return heads.Count;
    }

    private async Task<(string? Error, TimeSpan? RetryAfter)> PostAsync(
        Webhook webhook,
        Update update,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url);
        request.Content = new StringContent(
            UpdateJson.Of(_world.View, update).ToJsonString(),
            Encoding.UTF8,
            MediaTypeHeaderValue.Parse("application/json")
        );
        if (webhook.SecretToken is { } secret)
        {
            request.Headers.Add(SecretHeader, secret);
        }

        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? (null, null)
                : ($"Wrong response from the webhook: {(int)response.StatusCode}", response.Headers.RetryAfter?.Delta);
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ("Connection failed", null);
        }
    }

    private static long LaneOf(Update update) =>
        update.About switch
        {
            Message message => message.ChatId,
            PressNotice notice => notice.Press.PersonId,
            _ => ((MemberChange)update.About).ChatId,
        };
}
