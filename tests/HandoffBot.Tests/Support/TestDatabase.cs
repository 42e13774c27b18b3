using HandoffBot.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HandoffBot.Tests.Support;

/// <summary>A database of one test's own, gone with it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string ServerVariable = "HANDOFF_TEST_POSTGRES";

    private static readonly Lazy<Task<TestDatabase>> MigratedOnServer = new(() =>
        MigrateAsync(StorageProvider.Postgres)
    );

    private static readonly Lazy<Task<TestDatabase>> MigratedFile = new(() => MigrateAsync(StorageProvider.Sqlite));

    private readonly string? file;
    private bool mayBeKept;

    private TestDatabase(StorageProvider provider, string? used = null)
    {
        Name = used ?? $"t{Guid.NewGuid():N}";
        Provider = provider;
        file = provider is StorageProvider.Sqlite ? Path.Combine(Path.GetTempPath(), $"{Name}.db") : null;
        ConnectionString = file is not null ? $"Data Source={file}" : $"{Server};Database={Name};Maximum Pool Size=20";
    }

    public StorageProvider Provider { get; }

    /// <summary>On the server; of a file the name without its folder.</summary>
    public string Name { get; }

    /// <summary>The key by which forgotten people are recognised, and their list: beside the file on SQLite, gone with the database.</summary>
    public IReadOnlyDictionary<string, string?> ForgettingFiles =>
        new Dictionary<string, string?>
        {
            ["Forgetting:KeyFile"] = Beside(".key"),
            ["Forgetting:LogFile"] = Beside(".forgotten.log"),
        };

    /// <summary>What a command line names it by.</summary>
    public string[] Settings =>
        [
            $"--Storage:Provider={Provider}",
            $"--ConnectionStrings:Handoff={ConnectionString}",
            .. ForgettingFiles.Select(f => $"--{f.Key}={f.Value}"),
        ];

    /// <summary>All files that belong to it.</summary>
    public string[] Files => Directory.GetFiles(Path.GetTempPath(), $"{Name}.db*");

    public string ConnectionString { get; }

    private static string Server =>
        Environment.GetEnvironmentVariable(ServerVariable)
        ?? throw new InvalidOperationException(
            $"{ServerVariable} names no PostgreSQL server; scripts/test starts one and runs the tests against it."
        );

    public static async Task<TestDatabase> CreateAsync(StorageProvider provider)
    {
        var database = new TestDatabase(provider);
        if (provider is StorageProvider.Postgres)
        {
            await OnServerAsync($"create database {database.Name}");
        }

        return database;
    }

    /// <summary>With today's tables, all of them empty: another test's, emptied, or a copy of one that was migrated; either is many times as fast as migrating.</summary>
    public static async Task<TestDatabase> CreateMigratedAsync(StorageProvider provider)
    {
        if (provider is StorageProvider.Sqlite)
        {
            var copy = new TestDatabase(provider);
            File.Copy((await MigratedFile.Value).file!, copy.file!);
            return copy;
        }

        if (UsedDatabases.TryTake(out var used))
        {
            return new TestDatabase(provider, used) { mayBeKept = true };
        }

        var like = await MigratedOnServer.Value;
        var database = new TestDatabase(provider) { mayBeKept = true };
        await OnServerAsync($"create database {database.Name} template {like.Name} strategy file_copy");
        return database;
    }

    /// <summary>What the others were copied from goes with the tests.</summary>
    public static async Task ForgetMigratedAsync()
    {
        while (UsedDatabases.TryTake(out var used))
        {
            await new TestDatabase(StorageProvider.Postgres, used).DisposeAsync();
        }

        foreach (var migrated in new[] { MigratedOnServer, MigratedFile }.Where(m => m.IsValueCreated))
        {
            await (await migrated.Value).DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        LetGo();
        if (file is null && !(mayBeKept && await UsedDatabases.TryKeepAsync(Name, ConnectionString)))
        {
            await OnServerAsync($"drop database {Name} with (force)");
        }

        foreach (var part in Files)
        {
            File.Delete(part);
        }
    }

    private string Beside(string ending) => Path.Combine(Path.GetTempPath(), $"{Name}.db{ending}");

    private static async Task<TestDatabase> MigrateAsync(StorageProvider provider)
    {
        var database = await CreateAsync(provider);
        await using (
            HandoffDb db = database.file is null
                ? PostgresHandoffDb.Over(database.ConnectionString)
                : SqliteHandoffDb.Over(database.ConnectionString)
        )
        {
            await db.Database.MigrateAsync();
        }

        // A server copies only what nobody is connected to, and what SQLite keeps beside the file comes into it at the last one's leaving.
        database.LetGo();
        if (database.file is null)
        {
            await UsedDatabases.RememberShapeAsync(database.ConnectionString);
        }

        return database;
    }

    private void LetGo()
    {
        if (file is null)
        {
            using var pooled = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(pooled);
        }
        else
        {
            using var pooled = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(pooled);
        }
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
