using HandoffBot.Backups;
using HandoffBot.Tests.Support;
using HandoffBot.Tests.Telegram;
using Microsoft.Extensions.Diagnostics.HealthChecks;

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
        await using var bot = await Nights.StartAsync(folder.Path, log);
        await File.WriteAllTextAsync(folder.Of("handoff-mine.db"), "of the admin", Token);

        for (var day = 0; day < 12; day++)
        {
            await bot.SweepAsync();
            bot.Clock.Advance(TimeSpan.FromHours(12));
            await bot.SweepAsync();
            bot.Clock.Advance(TimeSpan.FromHours(12));
        }

        var kept = Enumerable.Range(18, 10).Select(day => $"handoff-202611{day}-070000.db");
        Assert.Equal([.. kept, "handoff-mine.db"], folder.Names);
    }

    [Fact]
    public async Task It_is_made_at_its_hour()
    {
        await using var bot = await Nights.StartAsync(folder.Path, log);
        await bot.SweepAsync();

        bot.Clock.Advance(new TimeSpan(19, 59, 59));
        await bot.SweepAsync();
        var before = folder.Names.ToList();
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await bot.SweepAsync();

        Assert.Equal(["handoff-20261116-070000.db"], before);
        Assert.Equal([.. before, "handoff-20261117-030000.db"], folder.Names);
    }

    [Fact]
    public async Task Half_a_backup_of_a_killed_bot_does_not_count_and_is_cleared_away()
    {
        await File.WriteAllTextAsync(folder.Of("handoff-20261116-065959.db.tmp"), "half", Token);
        await using var bot = await Nights.StartAsync(folder.Path, log);

        await bot.SweepAsync();

        Assert.Equal(["handoff-20261116-070000.db"], folder.Names);
    }

    [Fact]
    public async Task Backup_that_fails_is_one_line_in_the_log_and_seen_on_the_health_page_until_one_is_made()
    {
        await File.WriteAllTextAsync(folder.Of("full"), "no folder", Token);
        await using var bot = await Nights.StartAsync(folder.Of("full/backups"), log);

        await bot.SweepAsync();
        await bot.SweepAsync();
        bot.Clock.Advance(NightlyBackup.TryAgainAfter);
        await bot.SweepAsync();
        var failed = await bot.HealthAsync();
        File.Delete(folder.Of("full"));
        bot.Clock.Advance(NightlyBackup.TryAgainAfter);
        await bot.SweepAsync();
        var mended = await bot.HealthAsync();

        Assert.Contains("Backup:Folder", Assert.Single(log.All, l => l.Contains("could not be made")));
        Assert.Equal((HealthStatus.Degraded, HealthStatus.Healthy), (failed.Status, mended.Status));
        Assert.Contains(folder.Of("full/backups"), failed.Description);
    }

    [Fact]
    public async Task Without_a_folder_none_are_made()
    {
        await using var bot = await Nights.StartAsync("", log);

        await bot.SweepAsync();

        Assert.Equal(HealthStatus.Healthy, (await bot.HealthAsync()).Status);
        Assert.Empty(folder.Names);
    }
}
