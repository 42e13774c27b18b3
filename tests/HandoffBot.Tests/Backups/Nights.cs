using HandoffBot.Backups;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HandoffBot.Tests.Backups;

/// <summary>A bot whose backups go to a folder of the test.</summary>
internal static class Nights
{
    public static Task<TestBot> StartAsync(string place, ILoggerProvider log, IDatabaseCopy? copy = null) =>
        TestBot.StartAsync(
            StorageProvider.Sqlite,
            services =>
            {
                services.AddSingleton(Options.Create(new BackupOptions { Folder = place }));
                services.AddSingleton(log);
                if (copy is not null)
                {
                    services.AddSingleton(copy);
                }
            }
        );

    public static async Task SweepAsync(this TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        var sweep = scope.ServiceProvider.GetRequiredService<SweepBackups>();
        await sweep.SweepAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<HealthReportEntry> HealthAsync(this TestBot bot)
    {
        var health = bot.Services.GetRequiredService<HealthCheckService>();
        var report = await health.CheckHealthAsync(
            check => check.Name == "backup",
            TestContext.Current.CancellationToken
        );
        return report.Entries["backup"];
    }
}
