using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Persistence;

/// <summary>Tells the database's troubles from bugs.</summary>
internal static class StorageTrouble
{
    /// <summary>The rows cannot be read or written now. EF hides some of it in an InvalidOperationException.</summary>
    public static bool Is(Exception ex) =>
        ex
            is DbException
                or DbUpdateException
                or TimeoutException
                or IOException
                or InvalidOperationException { InnerException: DbException };

    /// <summary>The same work may succeed when it is done again: a conflict, a deadlock, a lost connection.</summary>
    public static bool MayPass(Exception ex) =>
        ex is DbUpdateException || (ex as DbException ?? ex.InnerException as DbException) is { IsTransient: true };
}
