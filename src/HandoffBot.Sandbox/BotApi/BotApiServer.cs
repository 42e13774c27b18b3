using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Serves a world over HTTP as Telegram serves the real one; owns the root of its port.</summary>
internal sealed class BotApiServer : IAsyncDisposable
{
    private const long LargestBody = 60L << 20;

    private readonly WebApplication _app;
    private readonly WebhookDelivery _delivery;

    private BotApiServer(WebApplication app, WebhookDelivery delivery) => (_app, _delivery) = (app, delivery);

    /// <summary>For instance <c>http://127.0.0.1:5081</c>: the bot's <c>Telegram:BaseUrl</c>.</summary>
    public string Url => _app.Urls.First();

    /// <param name="port">0 takes any free one.</param>
    /// <param name="host">The address listened on.</param>
    public static async Task<BotApiServer> StartAsync(
        TelegramWorld world,
        int port,
        string host,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = typeof(BotApiServer).Assembly.GetName().Name }
        );
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Limits.MaxRequestBodySize = LargestBody);
        var app = builder.Build();
        app.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{port}"));
        app.Run(new Endpoint(world).HandleAsync);
        await app.StartAsync(cancellationToken);
        return new BotApiServer(app, new WebhookDelivery(world));
    }

    public static Task<BotApiServer> StartAsync(TelegramWorld world, int port, CancellationToken cancellationToken) =>
        StartAsync(world, port, "127.0.0.1", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _delivery.DisposeAsync();
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }
}
