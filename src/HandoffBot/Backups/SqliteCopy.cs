using Microsoft.Data.Sqlite;

namespace HandoffBot.Backups;

/// <summary>One compact file, written beside the running bot.</summary>
internal sealed class SqliteCopy(SqliteConnectionStringBuilder connection) : IDatabaseCopy
{
    public string Extension => ".db";

    public string? Lacks => null;

    public async Task<string?> WriteAsync(string file, CancellationToken cancellationToken)
    {
        var existing = new SqliteConnectionStringBuilder(connection.ToString()) { Pooling = false };
        if (existing.Mode is SqliteOpenMode.ReadWriteCreate)
        {
            // A mistyped name must not pass for an empty database.
            existing.Mode = SqliteOpenMode.ReadWrite;
        }

        await using (var database = new SqliteConnection(existing.ToString()))
        {
            await database.OpenAsync(cancellationToken);
            await using var vacuum = database.CreateCommand();
            vacuum.CommandText = "VACUUM INTO $file";
            vacuum.Parameters.AddWithValue("$file", file);
            await vacuum.ExecuteNonQueryAsync(cancellationToken);
        }

        return await SqliteFile.FlawAsync(file, SqliteOpenMode.ReadOnly, cancellationToken) is { } flaw
            ? $"what was written is damaged ({flaw})"
            : null;
    }
}
