using System.Net;
using HandoffBot.Tests.Support;
using HandoffBot.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HandoffBot.Tests.Webhooks;

internal static class WebhookTestParts
{
    /// <summary>Every host is found there.</summary>
    public static void AddFound(this IServiceCollection services, string address) =>
        services.Replace(
            ServiceDescriptor.Singleton<FindHost>((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]))
        );

    /// <summary>Sends all that is due.</summary>
    public static async Task SendWebhooksAsync(this TestBot bot)
    {
        var sender = bot.Services.GetRequiredService<WebhookSender>();
        var queue = bot.Services.GetRequiredService<WebhookQueue>();
        while (await queue.NextAsync([], CancellationToken.None) is { Count: > 0 } turns)
        {
            await Task.WhenAll(turns.Select(t => sender.SendAsync(t, CancellationToken.None)));
        }
    }
}
