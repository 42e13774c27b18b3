using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Observability;

/// <summary>The parts whose health is told. Ready means that leads can be taken; Telegram's troubles do not count for that.</summary>
internal static class HealthSetup
{
    public const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<Pulse>();
        services.AddSingleton<DatabaseHealth>();
        services.AddSingleton<IHealthCheckPublisher, HealthGauge>();
        services
            .AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready])
            .AddCheck<PulseHealth>("loops", tags: [Ready])
            .AddCheck<OutboxHealth>("outbox")
            .AddCheck<ChatsHealth>("chats");
    }
}
