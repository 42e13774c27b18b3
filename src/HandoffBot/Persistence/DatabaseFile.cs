using Microsoft.Data.Sqlite;

namespace HandoffBot.Persistence;

/// <summary>Where the SQLite file is, as a full path; null on PostgreSQL and in memory.</summary>
internal sealed record DatabaseFile(string? Path)
{
    /// <summary>
    /// There is none, or an empty one: deleted, or deleted and made anew by whoever opened it next. A disk that cannot tell is no loss.
    /// </summary>
    public bool IsGone
    {
        get
        {
            try
            {
                return Path is not null && new FileInfo(Path).Length == 0;
            }
            catch (Exception ex) when (ex is FileNotFoundException or DirectoryNotFoundException)
            {
                return true;
            }
            catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    public static DatabaseFile Of(SqliteConnectionStringBuilder connection) =>
        connection.Mode is SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:"
            ? new DatabaseFile((string?)null)
            : new DatabaseFile(System.IO.Path.GetFullPath(connection.DataSource));
}
