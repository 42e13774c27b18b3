using Microsoft.Data.Sqlite;

namespace HandoffBot.Persistence;

/// <summary>Where the SQLite file is, as a full path; null on PostgreSQL and in memory.</summary>
internal sealed record DatabaseFile(string? Path)
{
    public static DatabaseFile Of(SqliteConnectionStringBuilder connection) =>
        connection.Mode is SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:"
            ? new DatabaseFile((string?)null)
            : new DatabaseFile(System.IO.Path.GetFullPath(connection.DataSource));
}
