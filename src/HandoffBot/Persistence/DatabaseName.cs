using Microsoft.Data.Sqlite;
using Npgsql;

namespace HandoffBot.Persistence;

/// <summary>What a person knows the database by: its file, or server and database. Never a password.</summary>
internal sealed record DatabaseName(string Value)
{
    public static DatabaseName Of(SqliteConnectionStringBuilder connection) =>
        new(DatabaseFile.Of(connection).Path ?? connection.DataSource);

    public static DatabaseName Of(NpgsqlConnectionStringBuilder server) =>
        new($"{server.Host}/{server.Database ?? server.Username}");

    public override string ToString() => Value;
}
