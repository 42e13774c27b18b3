using System.Net.Http.Headers;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using HandoffBot.Domain.Webhooks;
using Microsoft.Extensions.Options;

namespace HandoffBot.Webhooks;

/// <summary>Posts to addresses that people typed: follows nothing, remembers nothing, reads next to nothing, waits not long.</summary>
internal sealed class WebhookClient : IDisposable
{
    /// <summary>Of an answer's body; a longer one costs the connection.</summary>
    private const int BytesRead = 4096;

    private const int HeaderKilobytes = 16;

    private readonly HttpClient http;
    private readonly WebhookOptions options;
    private readonly TimeProvider clock;

    public WebhookClient(GuardedConnection connection, IOptions<WebhookOptions> options, TimeProvider clock)
    {
        (this.options, this.clock) = (options.Value, clock);
        http = new HttpClient(
            new SocketsHttpHandler
            {
                // A proxy would connect where nobody has looked.
                UseProxy = false,
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectCallback = connection.ConnectAsync,
                MaxResponseHeadersLength = HeaderKilobytes,
                MaxResponseDrainSize = BytesRead,
                ResponseDrainTimeout = TimeSpan.FromSeconds(1),
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
                // Otherwise the framework's own span tells the whole address, which may hold a secret.
                ActivityHeadersPropagator = null,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>One try.</summary>
    public async Task<WebhookAnswer> PostAsync(
        Webhook webhook,
        string messageId,
        byte[] body,
        CancellationToken cancellationToken
    )
    {
        if (webhook.Address.StartsWith("http:", StringComparison.Ordinal) && !options.AllowHttp)
        {
            return new WebhookAnswer(WebhookTrouble.NotSecure);
        }

        using var request = RequestOf(webhook, messageId, body);
        // The network takes the machine's time, also while the bot's clock is moved.
        using var patience = new CancellationTokenSource(options.Timeout, TimeProvider.System);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return WebhookAnswer.Of((int)answer.StatusCode, RestOf(answer.Headers.RetryAfter));
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer(TroubleOf(ex));
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage RequestOf(Webhook webhook, string messageId, byte[] body)
    {
        var now = clock.GetUtcNow();
        var time = now.ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(webhook.Address))
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8");
        request.Headers.Add("User-Agent", nameof(HandoffBot));
        request.Headers.Add(WebhookSigning.IdHeader, messageId);
        request.Headers.Add(WebhookSigning.TimeHeader, time.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSigning.Header, WebhookSigning.Sign(webhook.Secrets(now), messageId, time, body));
        return request;
    }

    private TimeSpan? RestOf(RetryConditionHeaderValue? asked) =>
        asked?.Delta ?? (asked?.Date is { } date ? date - clock.GetUtcNow() : null);

    private static WebhookTrouble TroubleOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PrivateNetworkException:
                    return WebhookTrouble.PrivateNetwork;
                case AuthenticationException:
                    return WebhookTrouble.BadCertificate;
                case OperationCanceledException:
                    return WebhookTrouble.TooSlow;
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData }:
                    return WebhookTrouble.NoSuchHost;
                case SocketException { SocketErrorCode: SocketError.TryAgain }:
                    return WebhookTrouble.NoSuchHost;
                case HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }:
                    return WebhookTrouble.BadCertificate;
                case SocketException
                    when failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }:
                    return WebhookTrouble.NoConnection;
            }
        }

        return WebhookTrouble.Broken;
    }
}
