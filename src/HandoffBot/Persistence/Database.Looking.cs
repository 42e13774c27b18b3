using HandoffBot.Backups;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Persistence;

/// <summary>What can be asked of it without changing anything.</summary>
internal sealed partial class Database
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>What a migration would still do, by name; refuses a database that a newer version has changed.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken)
    {
        if (file.Path is { } path && !file.IsGone)
        {
            await SqliteFile.TakeBackHalfDoneAsync(path, cancellationToken);
        }

        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        await RefuseTheFutureAsync(db, cancellationToken);
        return [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
    }

    /// <summary>Writes a row and takes it back at once: whoever may not write hears of it here. Nobody is kept waiting.</summary>
    public async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        db.Database.SetCommandTimeout(Patience);
        // Under a name used once no two of them wait for each other.
        var name = Guid.NewGuid().ToString("N");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"insert into counters (name, next) values ({name}, 1)", cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
    }
}
