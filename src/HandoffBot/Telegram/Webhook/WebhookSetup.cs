using HandoffBot.Telegram.Polling;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace HandoffBot.Telegram.Webhook;

/// <summary>One of the two ways to hear of what happens, as the settings say.</summary>
internal static class WebhookSetup
{
    public static void AddListening(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<TelegramOptions>, WebhookRule>();
        services.AddSingleton<PollingState>();
        services.AddSingleton<UpdateLanes>();
        services.AddSingleton<UpdateFeed>();
        services.AddSingleton<UpdateFlow>();
        services.AddSingleton<PollUpdates>();
        services.AddSingleton<WebhookSecret>();
        services.AddSingleton<WebhookLink>();
        services.AddSingleton<Reception>();
        services.AddSingleton<ReceiveUpdate>();
        services.AddSingleton<RegisterWebhook>();
        services.AddSingleton<IHostedService>(s =>
            IsWebhook(s) ? s.GetRequiredService<RegisterWebhook>() : s.GetRequiredService<PollUpdates>()
        );
        services
            .AddHealthChecks()
            .Add(
                new HealthCheckRegistration(
                    "telegram",
                    s =>
                        IsWebhook(s)
                            ? ActivatorUtilities.CreateInstance<WebhookHealth>(s)
                            : ActivatorUtilities.CreateInstance<PollingHealth>(s),
                    null,
                    null
                )
            );
    }

    /// <summary>Only where updates are posted is there an address for them. A wrong setting is told by its validation, not here.</summary>
    public static void MapTelegram(this WebApplication app)
    {
        var by = app.Configuration[$"{TelegramOptions.Section}:{nameof(TelegramOptions.Updates)}"];
        if (Enum.TryParse<UpdatesBy>(by, ignoreCase: true, out var updates) && updates is UpdatesBy.Webhook)
        {
            app.MapPost(ReceiveUpdate.Path, (HttpContext http, ReceiveUpdate receive) => receive.HandleAsync(http))
                .ExcludeFromDescription();
        }
    }

    private static bool IsWebhook(IServiceProvider services) =>
        services.GetRequiredService<IOptions<TelegramOptions>>().Value.Updates is UpdatesBy.Webhook;
}
