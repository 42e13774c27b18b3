using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Persistence;

public sealed class DatabaseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Second_bot_on_one_file_is_refused_until_the_first_has_ended()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        await using var second = Build(database);
        await using (var first = Build(database))
        {
            await DatabaseOf(first).MigrateAsync(Token);

            var refused = await Assert.ThrowsAsync<StartRefusedException>(() => DatabaseOf(second).MigrateAsync(Token));

            Assert.Contains("another HandoffBot works with", refused.Message);
        }

        await DatabaseOf(second).MigrateAsync(Token);
    }

    [Theory]
    [InlineData("a zeroed header")]
    [InlineData("a text")]
    [InlineData("pages of nothing")]
    [InlineData("half of it")]
    public async Task Damaged_database_is_left_as_it_is_and_restore_is_named(string damage)
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        await using (var first = Build(database))
        {
            await DatabaseOf(first).MigrateAsync(Token);
            await ExecuteAsync(first, "pragma wal_checkpoint(truncate)");
            SqliteConnection.ClearAllPools();
        }

        var bytes = Damage(await File.ReadAllBytesAsync(file, Token), damage);
        await File.WriteAllBytesAsync(file, bytes, Token);
        await using var second = Build(database);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => DatabaseOf(second).MigrateAsync(Token));

        Assert.Contains("HandoffBot restore FILE", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file, Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Database_that_is_gone_is_not_replaced_by_an_empty_one(bool madeAnew)
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        await using (var first = Build(database))
        {
            await DatabaseOf(first).MigrateAsync(Token);
            SqliteConnection.ClearAllPools();
        }

        File.Delete(file);
        if (madeAnew)
        {
            await File.WriteAllTextAsync(file, "", Token);
        }

        await using (var second = Build(database))
        {
            var refused = await Assert.ThrowsAsync<StartRefusedException>(() => DatabaseOf(second).MigrateAsync(Token));
            Assert.Contains("HandoffBot restore FILE", refused.Message, StringComparison.Ordinal);
        }

        File.Delete($"{file}.lock");
        await using var third = Build(database);
        await DatabaseOf(third).MigrateAsync(Token);
    }

    /// <summary>Whoever runs the tests may write to any folder of a disk; the system's own take nobody's files. A full or a read-only disk needs one to mount.</summary>
    [Theory]
    [InlineData("/sys/handoff.db", "cannot be made")]
    [InlineData("/proc/handoff.db", "cannot be made")]
    [InlineData("/dev/null/handoff.db", "cannot be made")]
    [InlineData("/no-such-folder/handoff.db", "the folder of ConnectionStrings:Handoff must exist")]
    public async Task A_folder_that_takes_no_files_is_named_with_the_user_and_not_taken_for_a_second_bot(
        string file,
        string line
    )
    {
        await using var app = HandoffBotHost.Build([$"--ConnectionStrings:Handoff=Data Source={file}"]);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => DatabaseOf(app).MigrateAsync(Token));

        Assert.StartsWith($"{file}.lock cannot be made", refused.Message, StringComparison.Ordinal);
        Assert.Contains(line, refused.Message, StringComparison.Ordinal);
        Assert.Contains(Environment.UserName, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("another HandoffBot", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_that_may_not_be_written_names_the_file_and_the_user()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        await using (var first = Build(database))
        {
            await DatabaseOf(first).MigrateAsync(Token);
            SqliteConnection.ClearAllPools();
        }

        await using var second = Build(database, ";Mode=ReadOnly");

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => DatabaseOf(second).MigrateAsync(Token));

        Assert.Contains(
            $"{file} cannot be written by {Environment.UserName}",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("give that user the right to write", refused.Message, StringComparison.Ordinal);
    }

    private static byte[] Damage(byte[] whole, string how)
    {
        switch (how)
        {
            case "a zeroed header":
                whole.AsSpan(0, 100).Clear();
                return whole;
            case "a text":
                return [.. Enumerable.Repeat((byte)'x', whole.Length)];
            case "pages of nothing":
                whole.AsSpan(4096 * 3, 4096 * 8).Clear();
                return whole;
            default:
                return whole[..(whole.Length / 2 / 4096 * 4096)];
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Database_of_a_newer_version_is_refused(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var app = Build(database);
        await DatabaseOf(app).MigrateAsync(Token);
        await ExecuteAsync(
            app,
            """insert into "__EFMigrationsHistory" values ('99990101000000_FromTheFuture', '99.0.0')"""
        );

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => DatabaseOf(app).MigrateAsync(Token));

        Assert.Contains("99990101000000_FromTheFuture", refused.Message);
    }

    [Fact]
    public async Task Lock_left_by_a_killed_migration_does_not_stop_the_next_one()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                create table "__EFMigrationsLock" ("Id" integer primary key, "Timestamp" text not null);
                insert into "__EFMigrationsLock" values (1, '2026-01-01');
                """;
            await command.ExecuteNonQueryAsync(Token);
        }

        await using var app = Build(database);
        await DatabaseOf(app).MigrateAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.Empty(await DatabaseOf(app).PendingAsync(Token));
    }

    private static WebApplication Build(TestDatabase database, string more = "") =>
        HandoffBotHost.Build([.. database.Settings, $"--ConnectionStrings:Handoff={database.ConnectionString}{more}"]);

    private static Database DatabaseOf(WebApplication app) => app.Services.GetRequiredService<Database>();

    private static async Task ExecuteAsync(WebApplication app, string sql)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HandoffDb>().Database.ExecuteSqlRawAsync(sql, Token);
    }
}
