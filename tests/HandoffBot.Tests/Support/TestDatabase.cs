using HandoffBot.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HandoffBot.Tests.Support;

/// <summary>An empty database of one test's own, gone with it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string ServerVariable = "HANDOFF_TEST_POSTGRES";

    private readonly string name = $"t{Guid.NewGuid():N}";
    private readonly string? file;

    private TestDatabase(StorageProvider provider)
    {
        Provider = provider;
        file = provider is StorageProvider.Sqlite ? Path.Combine(Path.GetTempPath(), $"{name}.db") : null;
        ConnectionString = file is not null ? $"Data Source={file}" : $"{Server};Database={name};Maximum Pool Size=20";
    }

    public StorageProvider Provider { get; }

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
    public string[] Files => Directory.GetFiles(Path.GetTempPath(), $"{name}.db*");

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
            await OnServerAsync($"create database {database.name}");
        }

        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (file is null)
        {
            await using var pooled = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(pooled);
            await OnServerAsync($"drop database {name} with (force)");
        }
        else
        {
            await using var pooled = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(pooled);
        }

        foreach (var part in Files)
        {
            File.Delete(part);
        }
    }

    private string Beside(string ending) => Path.Combine(Path.GetTempPath(), $"{name}.db{ending}");

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
