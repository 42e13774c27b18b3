using HandoffBot.Chat;
using HandoffBot.Http;
using HandoffBot.Leadership;
using HandoffBot.Observability;
using HandoffBot.Telegram;
using HandoffBot.Telegram.Polling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Telegram;

/// <summary>The bot's Telegram side as the host puts it together, without the rest.</summary>
internal sealed class BotParts : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public BotParts(
        string token,
        string url = "",
        HttpMessageHandler? transport = null,
        IUpdateSink? sink = null,
        TimeProvider? clock = null,
        string? webhookAt = null,
        Leader? leader = null
    )
    {
        var settings = new Dictionary<string, string?>
        {
            ["Telegram:Token"] = token,
            ["Telegram:BaseUrl"] = url,
            ["Telegram:ParkAfter"] = "00:00:00.3",
            ["Telegram:Updates"] = webhookAt is null ? "Polling" : "Webhook",
            ["Public:Url"] = webhookAt ?? "",
        };
        var parts = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton(sink ?? new HeardUpdates())
            .AddSingleton(leader ?? new OnlyOne())
            .AddSingleton<Hearing>()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Lines))
            .AddTelegram();
        parts.AddOptions<PublicOptions>().BindConfiguration(PublicOptions.Section);
        if (transport is not null)
        {
            parts.AddHttpClient(TelegramClients.HttpName).ConfigurePrimaryHttpMessageHandler(() => transport);
        }

        services = parts.BuildServiceProvider(validateScopes: true);
    }

    public LogLines Lines { get; } = new();

    public IChat Chat => services.GetRequiredService<IChat>();

    public MessengerClock Clock => services.GetRequiredService<MessengerClock>();

    public HandoffMetrics Metrics => services.GetRequiredService<HandoffMetrics>();

    public PollingState State => services.GetRequiredService<PollingState>();

    public Hearing Hearing => services.GetRequiredService<Hearing>();

    public async Task<BotParts> ListenAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(TestContext.Current.CancellationToken);
        }

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StopAsync(CancellationToken.None);
        }

        await services.DisposeAsync();
    }
}
