using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Persistence;

/// <summary>A new database is made in the mode of SQLite that writes a journal, until the last migration is through.</summary>
public sealed class HalfDoneTransactionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_killed_process_had_half_written_is_taken_back_when_somebody_asks_what_is_pending()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        await KilledWhileWritingAsync(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);
        await using var app = HandoffBotHost.Build(database.Settings);
        var rows = app.Services.GetRequiredService<Database>();

        var pending = await rows.PendingAsync(Token);
        await rows.MigrateAsync(Token);

        Assert.NotEmpty(pending);
        Assert.Empty(await rows.PendingAsync(Token));
    }

    /// <summary>Leaves at that place what a writer has on the disk in the middle of a long transaction.</summary>
    private static async Task KilledWhileWritingAsync(string file)
    {
        var writing = $"{file}.writing";
        await using var writer = new SqliteConnection($"Data Source={writing};Pooling=false");
        await writer.OpenAsync(Token);
        await ExecuteAsync(writer, "create table notes (words text)");
        await ExecuteAsync(writer, "pragma cache_size = 1; begin");
        for (var row = 0; row < 100; row++)
        {
            await ExecuteAsync(writer, "insert into notes values (hex(randomblob(2000)))");
        }

        File.Copy(writing, file);
        File.Copy($"{writing}-journal", $"{file}-journal");
        await ExecuteAsync(writer, "rollback");
    }

    private static async Task ExecuteAsync(SqliteConnection writer, string sql)
    {
        await using var command = writer.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
    }
}
