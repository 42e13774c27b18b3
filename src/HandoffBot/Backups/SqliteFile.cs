using Microsoft.Data.Sqlite;

namespace HandoffBot.Backups;

/// <summary>A SQLite database as a file, with what lies beside it.</summary>
internal static class SqliteFile
{
    private const string Log = "-wal";
    private const string Journal = "-journal";
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>What may lie beside it: the log of its last writes, the index of that, and the journal of older modes.</summary>
    private static readonly string[] Companions = [Log, "-shm", Journal];

    public static string LogOf(string file) => file + Log;

    /// <summary>No connection of it outlives its use: the file may be moved.</summary>
    public static string ConnectionString(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
        }.ToString();

    /// <summary>The first thing that is wrong with it, null when it is whole.</summary>
    public static async Task<string?> FlawAsync(string file, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        try
        {
            var said = await AskAsync(file, mode, "PRAGMA integrity_check(1)", cancellationToken);
            return said is "ok" ? null : said;
        }
        catch (SqliteException ex)
        {
            return ex.Message;
        }
    }

    /// <summary>
    /// What is broken in a file that should be a database, null when nothing is or when it cannot be opened for another reason. Looks
    /// at every page but not into the indexes, so that it takes moments.
    /// </summary>
    public static async Task<string?> DamageAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var said = await AskAsync(file, SqliteOpenMode.ReadWrite, "PRAGMA quick_check(1)", cancellationToken);
            return said is "ok" ? null : said;
        }
        catch (SqliteException ex)
        {
            return DamageIn(ex);
        }
    }

    /// <summary>
    /// Takes back what a killed process had begun to write in the older mode, in which a new database is made: until somebody who may
    /// write has opened it, nobody can read it.
    /// </summary>
    public static async Task TakeBackHalfDoneAsync(string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file + Journal))
        {
            await AskAsync(file, SqliteOpenMode.ReadWrite, "PRAGMA schema_version", cancellationToken);
        }
    }

    /// <summary>What is broken in the file, if that is why something failed.</summary>
    public static string? DamageIn(Exception failure)
    {
        for (var next = failure; next is not null; next = next.InnerException)
        {
            if (next is SqliteException { SqliteErrorCode: Corrupt or NotADatabase })
            {
                return next.Message;
            }
        }

        return null;
    }

    /// <summary>False: its log could not be written into it.</summary>
    public static async Task<bool> MergeLogAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var busy = await AskAsync(
                file,
                SqliteOpenMode.ReadWrite,
                "PRAGMA wal_checkpoint(TRUNCATE)",
                cancellationToken
            );
            return busy is "0";
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>The number it was last written anew with, 0 if it never was.</summary>
    public static async Task<int> CleanOfAsync(string file, CancellationToken cancellationToken) =>
        Convert.ToInt32(
            await AskAsync(file, SqliteOpenMode.ReadOnly, "PRAGMA user_version", cancellationToken),
            CultureInfo.InvariantCulture
        );

    /// <summary>Nothing that was deleted stays in it or in its log. Somebody who reads meanwhile keeps the number from being noted.</summary>
    public static async Task WriteAnewAsync(string file, int number, CancellationToken cancellationToken)
    {
        await AskAsync(file, SqliteOpenMode.ReadWrite, "VACUUM", cancellationToken);
        if (await MergeLogAsync(file, cancellationToken))
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}");
            await AskAsync(file, SqliteOpenMode.ReadWrite, note, cancellationToken);
        }
    }

    public static void DeleteCompanions(string file)
    {
        foreach (var companion in Companions)
        {
            File.Delete(file + companion);
        }
    }

    private static async Task<string?> AskAsync(
        string file,
        SqliteOpenMode mode,
        string pragma,
        CancellationToken cancellationToken
    )
    {
        await using var database = new SqliteConnection(ConnectionString(file, mode));
        await database.OpenAsync(cancellationToken);
        await using var command = database.CreateCommand();
        command.CommandText = pragma;
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
