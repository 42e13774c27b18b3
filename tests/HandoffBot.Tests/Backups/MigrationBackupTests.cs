using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Backups;

public sealed class MigrationBackupTests : IDisposable
{
    private readonly InstalledBot bot = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Old_database_is_backed_up_before_it_is_migrated_and_only_then()
    {
        await InstalledBot.MakeOldAsync(bot.File);

        await MigrateAsync();
        await MigrateAsync();

        var backup = Assert.Single(Directory.GetFiles(bot.Folder.Of("backups"), "*.db*"));
        await using var db = SqliteHandoffDb.Over($"Data Source={backup};Pooling=false");
        var migrations = db.Database.GetMigrations().ToList();
        Assert.Equal([migrations[0]], await db.Database.GetAppliedMigrationsAsync(Token));
        Assert.Equal($"handoff-before-{migrations[1]}.db", Path.GetFileName(backup));
    }

    [Fact]
    public async Task New_database_needs_no_backup_before_its_first_migration()
    {
        await MigrateAsync();

        Assert.False(Directory.Exists(bot.Folder.Of("backups")));
    }

    [Fact]
    public async Task Migration_whose_backup_cannot_be_made_does_not_begin()
    {
        await InstalledBot.MakeOldAsync(bot.File);
        await File.WriteAllTextAsync(bot.Folder.Of("backups"), "no folder", Token);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => MigrateAsync());

        Assert.Contains("Backup:Folder", refused.Message);
        await using var app = bot.Build();
        Assert.NotEmpty(await app.Services.GetRequiredService<Database>().PendingAsync(Token));
    }

    [Fact]
    public async Task Without_a_folder_the_migration_goes_without_a_backup()
    {
        await InstalledBot.MakeOldAsync(bot.File);

        await MigrateAsync("--Backup:Folder=");

        Assert.False(Directory.Exists(bot.Folder.Of("backups")));
    }

    [Fact]
    public async Task On_PostgreSQL_too_where_pg_dump_is_found()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Postgres);
        await using var app = HandoffBotHost.Build([.. database.Settings, $"--Backup:Folder={bot.Folder.Of("dumps")}"]);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
        var migrations = db.Database.GetMigrations().ToList();
        await db.GetService<IMigrator>().MigrateAsync(migrations[0], Token);

        await app.Services.GetRequiredService<Database>().MigrateAsync(Token);

        var dump = Assert.Single(Directory.GetFiles(bot.Folder.Of("dumps")));
        Assert.Equal($"handoff-before-{migrations[1]}.dump", Path.GetFileName(dump));
        Assert.StartsWith("PGDMP", await File.ReadAllTextAsync(dump, Token), StringComparison.Ordinal);
    }

    private async Task MigrateAsync(params string[] settings)
    {
        await using var app = bot.Build(settings);
        await app.Services.GetRequiredService<Database>().MigrateAsync(Token);
    }
}
