using Microsoft.Data.Sqlite;

namespace HandoffBot.Persistence;

/// <summary>
/// The file beside a SQLite database that the running bot keeps open, so that a second bot or a migration cannot work with it. The
/// system frees it with the process, however that ended. PostgreSQL needs none.
/// </summary>
internal sealed class DatabaseLock(string? databaseFile) : IDisposable
{
    private const string Ending = ".lock";

    /// <summary>What a system says of a file that another process holds: Linux, macOS, and Windows' two.</summary>
    private static readonly int[] Held = [11, 35, 32, 33];

    private readonly Lock gate = new();
    private FileStream? held;

    /// <summary>The lock of the database a connection string names.</summary>
    public static DatabaseLock Of(SqliteConnectionStringBuilder connection) => new(DatabaseFile.Of(connection).Path);

    /// <summary>Takes it for the rest of this process's life; taking it again changes nothing.</summary>
    public void Take()
    {
        lock (gate)
        {
            held ??= databaseFile is null ? null : Open(databaseFile);
        }
    }

    /// <summary>Taken, and a database stood beside it before.</summary>
    public bool Remembers
    {
        get
        {
            lock (gate)
            {
                return held is { Length: > 0 };
            }
        }
    }

    /// <summary>The same for whoever does not take it: a database stood beside it, by what was written into it.</summary>
    public bool HasSeenOne =>
        databaseFile is not null && new FileInfo(databaseFile + Ending) is { Exists: true, Length: > 0 };

    /// <summary>There is a database now: an empty place is a loss from here on.</summary>
    public void Remember()
    {
        lock (gate)
        {
            if (held is { Length: 0 })
            {
                held.Write("A database of HandoffBot stands beside this file.\n"u8);
                held.Flush(flushToDisk: true);
            }
        }
    }

    public void Dispose() => held?.Dispose();

    private static FileStream Open(string databaseFile)
    {
        var file = databaseFile + Ending;
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException ex) when (IsHeld(ex))
        {
            throw new StartRefusedException(
                $"another HandoffBot works with {databaseFile}: stop it first ({Path.GetFileName(file)} is held).",
                ex
            );
        }
        catch (Exception ex) when (ex is DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"{file} cannot be made: the folder of ConnectionStrings:Handoff must exist and be writable by {Environment.UserName}.",
                ex
            );
        }
        catch (IOException ex)
        {
            throw new StartRefusedException(
                $"{file} cannot be made ({ex.Message}): ConnectionStrings:Handoff must name a file in a folder that {Environment.UserName} may write to, on a disk with room.",
                ex
            );
        }
    }

    private static bool IsHeld(IOException ex) => Array.IndexOf(Held, ex.HResult & 0xFFFF) >= 0;
}
