using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot.Leadership;

internal static class LeadershipSetup
{
    public static void AddLeadership(this IServiceCollection services, IConfiguration settings)
    {
        services.AddHealthChecks().AddCheck<LeadershipHealth>("leader");
        if (PersistenceSetup.ProviderOf(settings) is not StorageProvider.Postgres)
        {
            services.AddSingleton<Leader, OnlyOne>();
            return;
        }

        var server = PersistenceSetup.ServerOf(settings);
        services.AddSingleton(s => new LeaderLock(server, s.GetRequiredService<BotSecret>().BotNumber));
        services.AddSingleton<ElectedLeader>();
        services.AddSingleton<Leader>(s => s.GetRequiredService<ElectedLeader>());
        services.AddHostedService<Election>();
        services.AddHostedService<Warmup>();
    }
}
