using HandoffBot.Backups;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Tests.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace HandoffBot.Tests.Backups;

public sealed class NightlyBackupTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly LogLines log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        log.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task One_backup_a_night_is_made_and_ten_are_kept()
    {
        await using var bot = await StartAsync(folder.Path);
        await File.WriteAllTextAsync(folder.Of("handoff-mine.db"), "of the admin", Token);

        for (var day = 0; day < 12; day++)
        {
            await SweepAsync(bot);
            bot.Clock.Advance(TimeSpan.FromHours(12));
            await SweepAsync(bot);
            bot.Clock.Advance(TimeSpan.FromHours(12));
        }

        var kept = Enumerable.Range(18, 10).Select(day => $"handoff-202611{day}-070000.db");
        Assert.Equal([.. kept, "handoff-mine.db"], folder.Names);
    }

    [Fact]
    public async Task It_is_made_at_its_hour()
    {
        await using var bot = await StartAsync(folder.Path);
        await SweepAsync(bot);

        bot.Clock.Advance(new TimeSpan(19, 59, 59));
        await SweepAsync(bot);
        var before = folder.Names.ToList();
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await SweepAsync(bot);

        Assert.Equal(["handoff-20261116-070000.db"], before);
        Assert.Equal([.. before, "handoff-20261117-030000.db"], folder.Names);
    }

    [Fact]
    public async Task Half_a_backup_of_a_killed_bot_does_not_count_and_is_cleared_away()
    {
        await File.WriteAllTextAsync(folder.Of("handoff-20261116-065959.db.tmp"), "half", Token);
        await using var bot = await StartAsync(folder.Path);

        await SweepAsync(bot);

        Assert.Equal(["handoff-20261116-070000.db"], folder.Names);
    }

    [Fact]
    public async Task Backup_that_fails_is_one_line_in_the_log_and_seen_on_the_health_page_until_one_is_made()
    {
        await File.WriteAllTextAsync(folder.Of("full"), "no folder", Token);
        await using var bot = await StartAsync(folder.Of("full/backups"));

        await SweepAsync(bot);
        await SweepAsync(bot);
        bot.Clock.Advance(NightlyBackup.TryAgainAfter);
        await SweepAsync(bot);
        var failed = await HealthAsync(bot);
        File.Delete(folder.Of("full"));
        bot.Clock.Advance(NightlyBackup.TryAgainAfter);
        await SweepAsync(bot);
        var mended = await HealthAsync(bot);

        Assert.Contains("Backup:Folder", Assert.Single(log.All, l => l.Contains("could not be made")));
        Assert.Equal((HealthStatus.Degraded, HealthStatus.Healthy), (failed.Status, mended.Status));
        Assert.Contains(folder.Of("full/backups"), failed.Description);
    }

    [Fact]
    public async Task Without_a_folder_none_are_made()
    {
        await using var bot = await StartAsync("");

        await SweepAsync(bot);

        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(bot)).Status);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public async Task Without_pg_dump_the_health_page_says_that_none_are_made()
    {
        var lacking = new PostgresCopy(new NpgsqlConnectionStringBuilder("Host=db"), path: "");
        await using var bot = await StartAsync(folder.Path, lacking);

        await SweepAsync(bot);

        Assert.Contains("pg_dump is not on the PATH", (await HealthAsync(bot)).Description);
        Assert.Empty(folder.Names);
    }

    private Task<TestBot> StartAsync(string place, IDatabaseCopy? copy = null) =>
        TestBot.StartAsync(
            StorageProvider.Sqlite,
            services =>
            {
                services.AddSingleton(Options.Create(new BackupOptions { Folder = place }));
                services.AddSingleton<ILoggerProvider>(log);
                if (copy is not null)
                {
                    services.AddSingleton(copy);
                }
            }
        );

    private static async Task SweepAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepBackups>().SweepAsync(Token);
    }

    private static async Task<HealthReportEntry> HealthAsync(TestBot bot)
    {
        var health = bot.Services.GetRequiredService<HealthCheckService>();
        var report = await health.CheckHealthAsync(check => check.Name == "backup", Token);
        return report.Entries["backup"];
    }
}
