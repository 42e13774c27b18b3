using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HandoffBot.Persistence;

/// <summary>Tells the database's troubles from bugs.</summary>
internal static class StorageTrouble
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    /// <summary>The rows cannot be read or written now. EF hides some of it in an InvalidOperationException.</summary>
    public static bool Is(Exception ex) =>
        ex
            is DbException
                or DbUpdateException
                or TimeoutException
                or IOException
                or InvalidOperationException { InnerException: DbException };

    /// <summary>No room: on the disk, or within a limit that was set.</summary>
    public static bool IsFull(Exception ex) =>
        ex
            is SqliteException { SqliteErrorCode: SqliteFull }
                or PostgresException { SqlState: PostgresErrorCodes.DiskFull };

    /// <summary>The file, or its folder, may not be written by this user; or the server takes no writes, from this user or at all.</summary>
    public static bool IsForbidden(Exception ex) =>
        ex
            is SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteCannotOpen }
                or PostgresException
                {
                    SqlState: PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege
                };

    /// <summary>Nothing is wrong with the work: the database is held, full, out of reach or away, and the same succeeds later.</summary>
    public static bool WillPass(Exception ex) =>
        IsFull(ex)
        || ex
            is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked }
                or DbException { IsTransient: true }
                or TimeoutException
                or IOException
                or SocketException
        || (ex.InnerException is { } inner && WillPass(inner));

    /// <summary>The same work may succeed when it is done again: a conflict, a deadlock, a lost connection.</summary>
    public static bool MayPass(Exception ex) =>
        ex is DbUpdateException || (ex as DbException ?? ex.InnerException as DbException) is { IsTransient: true };
}
