using HandoffBot.Chat;
using HandoffBot.Observability;
using HandoffBot.Telegram.Polling;
using HandoffBot.Telegram.Webhook;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HandoffBot.Telegram;

/// <summary>Everything that speaks the Bot API.</summary>
internal static class TelegramSetup
{
    public static IServiceCollection AddTelegram(this IServiceCollection services)
    {
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>();

        services.AddSingleton<SafeTelegramLogger>();
        services.TryAddSingleton(new MessengerClock(TimeProvider.System));
        services.AddTransient<NoteTime>();
        services.AddTransient<TraceCall>();
        services
            .AddHttpClient(TelegramClients.HttpName)
            .RemoveAllLoggers()
            .AddLogger<SafeTelegramLogger>(wrapHandlersPipeline: false)
            .AddHttpMessageHandler<TraceCall>()
            .AddHttpMessageHandler<NoteTime>()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // Without the propagator no activity carries the address, and with it the token, into a trace.
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    ActivityHeadersPropagator = null,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                }
            );

        services.AddSingleton(s => new BotSecret(s.GetRequiredService<IOptions<TelegramOptions>>().Value.Token));
        services.AddSingleton<TelegramClients>();
        services.AddSingleton<IChat, TelegramChat>();

        services.AddSingleton<PressTraces>().AddSingleton<UnsavedPresses>();
        services.AddSingleton<GivenUpUpdates>().AddHealthChecks().AddCheck<GivenUpUpdates>("updates");
        services.TryAddSingleton<IUpdateSink, UpdateRouter>();
        services.TryAddSingleton<HandoffMetrics>();
        services.AddListening();
        services.AddHostedService<PollingGauges>();
        return services;
    }
}
