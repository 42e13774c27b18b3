using HandoffBot.Chat;
using HandoffBot.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HandoffBot.Tests.Telegram;

/// <summary>The real router, which handles its first update only after something else has ended; if that fails, so does the first try.</summary>
internal sealed class SlowSink(UpdateRouter router, Task first) : IUpdateSink
{
    private int tries;

    public bool IsFull => router.IsFull;

    public static void PutInto(IServiceCollection services, Task first)
    {
        services.AddSingleton<UpdateRouter>();
        services.Replace(
            ServiceDescriptor.Singleton<IUpdateSink>(s => new SlowSink(s.GetRequiredService<UpdateRouter>(), first))
        );
    }

    public async Task HandleAsync(Incoming update, string payload, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref tries) == 1)
        {
            await first;
        }

        await router.HandleAsync(update, payload, cancellationToken);
    }

    public Task ParkAsync(Incoming update, string payload, CancellationToken cancellationToken) =>
        router.ParkAsync(update, payload, cancellationToken);

    public Task<IReadOnlyList<string>> ResumeAsync(long botId, CancellationToken cancellationToken) =>
        router.ResumeAsync(botId, cancellationToken);
}
