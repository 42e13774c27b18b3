using System.Net;
using Microsoft.Extensions.Options;

namespace HandoffBot.Webhooks;

internal static class WebhookSetup
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        services.AddSingleton<FindHost>(Dns.GetHostAddressesAsync);
        services.AddSingleton<GuardedConnection>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<WebhookMarks>(s, Random.Shared));
        services.AddScoped<WebhookBodies>();
        services.AddHostedService<WebhookDispatcher>();
    }
}
