using Microsoft.Extensions.Options;

namespace HandoffBot.Outbox;

internal static class OutboxSetup
{
    public static void AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<SendLimitsOptions>().BindConfiguration(SendLimitsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SendLimitsOptions>, SendLimitsOptionsValidator>();
        services.AddSingleton<OutboxBell>();
        services.AddSingleton<SendLimits>();
        services.AddSingleton(new RetryPolicy(Random.Shared));
        services.AddSingleton<Outage>();
        services.AddSingleton<OutboxQueue>();
        services.AddSingleton<PacedChat>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<Courier>();
        services.AddSingleton<OutboxMarks>();
        services.AddSingleton<Setbacks>();
        services.AddSingleton<Postponements>();
        services.AddSingleton<TroubleNotices>();
        services.AddSingleton<StuckMessages>();
        services.AddHostedService<OutboxDispatcher>();
        services.AddScoped<Replies>();
    }
}
