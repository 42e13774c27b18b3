using HandoffBot.Backups;
using HandoffBot.Checkup;
using HandoffBot.Resources;
using HandoffBot.Tests.Support;
using HandoffBot.Tests.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace HandoffBot.Tests.Backups;

public sealed class BackupHealthTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly LogLines log = new();

    public void Dispose()
    {
        log.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Where_no_backup_can_be_made_health_and_doctor_say_what_to_install_and_the_log_warns_once()
    {
        var copy = new PostgresCopy(new NpgsqlConnectionStringBuilder("Host=db"), folder.Path);
        await using var bot = await Nights.StartAsync(folder.Path, log, copy);

        await bot.SweepAsync();
        await bot.SweepAsync();
        var (health, wrong) = (await bot.HealthAsync(), Wrong(bot));
        var now = bot.Clock.GetLocalNow();
        var byCron = string.Create(CultureInfo.InvariantCulture, $"handoff-{now:yyyyMMdd-HHmmss}.dump");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, byCron), "", TestContext.Current.CancellationToken);
        var besides = await bot.HealthAsync();

        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("postgresql-client", health.Description, StringComparison.Ordinal);
        Assert.Contains("set Backup:Folder to nothing", health.Description, StringComparison.Ordinal);
        Assert.StartsWith("Warning: ", Assert.Single(log.All, l => l.Contains("No backups are made")));
        Assert.Contains("install postgresql-client", wrong, StringComparison.Ordinal);
        Assert.Equal((HealthStatus.Healthy, ""), (besides.Status, Wrong(bot)));
    }

    [Fact]
    public async Task Backup_that_is_missing_though_its_night_is_over_troubles_health_and_doctor()
    {
        await using var bot = await Nights.StartAsync(folder.Path, log);

        var (none, noneFound) = (await bot.HealthAsync(), Wrong(bot));
        await bot.SweepAsync();
        var made = (await bot.HealthAsync()).Status;
        // The next is due in twenty hours, and may take two.
        bot.Clock.Advance(TimeSpan.FromHours(22) - TimeSpan.FromSeconds(1));
        var (justNow, found) = ((await bot.HealthAsync()).Status, Wrong(bot));
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        var (late, lateFound) = (await bot.HealthAsync(), Wrong(bot));

        Assert.Equal((HealthStatus.Degraded, HealthStatus.Degraded), (none.Status, late.Status));
        Assert.Equal((HealthStatus.Healthy, HealthStatus.Healthy), (made, justNow));
        Assert.Contains("There is no backup in ", none.Description, StringComparison.Ordinal);
        Assert.Contains("is of 2026-11-16 07:00. Make one by hand", late.Description, StringComparison.Ordinal);
        Assert.Equal(
            ("There is no backup in", "", "The newest backup in"),
            (First(noneFound), First(found), First(lateFound))
        );
    }

    private static string First(string words) => words.Split($" {Path.GetTempPath()}")[0];

    /// <summary>What the doctor says of the backups, if it is not well.</summary>
    private static string Wrong(TestBot bot)
    {
        var check = new BackupCheck(bot.Services.GetRequiredService<BackupLook>());
        var found = Assert.Single(check.Examine());
        return found.IsWell ? "" : found.In(WordingOf.Stranger("en"));
    }
}
