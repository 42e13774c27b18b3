using HandoffBot.Persistence;
using HandoffBot.Telegram;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HandoffBot.Load.Inside;

/// <summary>The whole bot as it is shipped, in this process, with a fate: settings come from the environment, as usual.</summary>
internal static class Life
{
    /// <param name="ahead">How far its clock is ahead of the machine's.</param>
    public static async Task LiveAsync(Fate fate, TimeSpan ahead, CancellationToken cancellationToken)
    {
        await using var app = HandoffBotHost.Build(
            [],
            builder => builder.Services.AddSingleton<TimeProvider>(new ClockAhead(ahead)),
            services => Bind(services, fate)
        );
        await HandoffBotHost.StartAsync(app, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static void Bind(IServiceCollection services, Fate fate)
    {
        var commits = new FatefulCommits(fate);
        services.ConfigureDbContext<SqliteHandoffDb>(o => o.AddInterceptors(commits));
        services.ConfigureDbContext<PostgresHandoffDb>(o => o.AddInterceptors(commits));
        services.AddHttpClient(TelegramClients.HttpName).AddHttpMessageHandler(() => new FatefulCalls(fate));
        services.AddSingleton<IStartupFilter>(new FatefulAnswers(fate));
    }
}
