using HandoffBot.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Load.Inside;

/// <summary>What the writer is held against: each piece of work in a connection and a transaction of its own, the database left to do the waiting.</summary>
internal static class Alone
{
    private const int Busy = 5;

    public static async Task CommitAsync(IServiceProvider services, Func<WorkScope, CancellationToken, Task> work)
    {
        while (!await TryAsync(services, work)) { }
    }

    /// <summary>False: another one was first, so it is to be done again.</summary>
    private static async Task<bool> TryAsync(IServiceProvider services, Func<WorkScope, CancellationToken, Task> work)
    {
        await using var own = services.CreateAsyncScope();
        var scope = new WorkScope(own.ServiceProvider);
        try
        {
            await using var transaction = await scope.Db.Database.BeginTransactionAsync();
            await work(scope, CancellationToken.None);
            await transaction.CommitAsync();
            return true;
        }
        catch (Exception ex) when (StorageTrouble.MayPass(ex) || ex is SqliteException { SqliteErrorCode: Busy })
        {
            return false;
        }
    }
}
