using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HandoffBot.Load.Running;

/// <summary>A database of the bot's, new and empty; beside the bot it is only filled, never asked for results.</summary>
internal sealed class Database
{
    private readonly DbProviderFactory factory;

    private Database(string provider, DbProviderFactory factory, string connectionString) =>
        (Provider, this.factory, ConnectionString) = (provider, factory, connectionString);

    /// <summary>As in <c>Storage:Provider</c>.</summary>
    public string Provider { get; }

    public string ConnectionString { get; }

    /// <summary>Nobody is forgotten here: one list for all, and not where the bot is started.</summary>
    public static string ForgottenList => Path.Combine(Path.GetTempPath(), "handoff-load.forgotten.log");

    public bool IsSqlite => Provider == "Sqlite";

    public static Database Sqlite(string folder) =>
        new("Sqlite", SqliteFactory.Instance, $"Data Source={Path.Combine(folder, $"{Guid.NewGuid():N}.db")}");

    /// <summary>One that is there, and its maker's to take away.</summary>
    public static Database Given(string provider, string connectionString) =>
        new(provider, provider == "Sqlite" ? SqliteFactory.Instance : NpgsqlFactory.Instance, connectionString);

    /// <param name="server">A connection string without a database.</param>
    public static async Task<Database> PostgresAsync(string server)
    {
        var name = $"load_{Guid.NewGuid():N}";
        var maintenance = new Database("Postgres", NpgsqlFactory.Instance, $"{server};Database=postgres");
        await maintenance.ExecuteAsync($"create database {name}");
        return new Database("Postgres", NpgsqlFactory.Instance, $"{server};Database={name}");
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 300);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var read = new List<string>();
        while (await reader.ReadAsync())
        {
            read.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return read;
    }

    /// <param name="from">A select without its first word and what it selects.</param>
    public async Task<int> CountAsync(string from) =>
        int.Parse((await ReadAsync($"select count(*) {from}"))[0], CultureInfo.InvariantCulture);

    /// <param name="select">Of one column, called n.</param>
    public async Task<int> SumAsync(string select) =>
        int.Parse((await ReadAsync($"select coalesce(sum(n), 0) from ({select}) t"))[0], CultureInfo.InvariantCulture);

    public async Task<DbConnection> OpenAsync()
    {
        var connection = factory.CreateConnection()!;
        // A pooled connection would hold the file after its database is gone.
        connection.ConnectionString = $"{ConnectionString};Pooling=false";
        await connection.OpenAsync();
        return connection;
    }
}
