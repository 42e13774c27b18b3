using System.Security.Cryptography;
using HandoffBot.Backups;
using HandoffBot.Domain.Team;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Persistence;

/// <summary>The database as a whole: brought up to date before anything else starts.</summary>
internal sealed partial class Database(
    IServiceScopeFactory scopes,
    DatabaseLock alone,
    DatabaseFile file,
    BackupFolder backups
)
{
    private const string MigrationLock = "__EFMigrationsLock";

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        alone.Take();
        await RefuseDamageAsync(cancellationToken);
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        await RefuseTheFutureAsync(db, cancellationToken);
        await BackUpAsync(db, cancellationToken);
        await UpgradeAsync(cancellationToken);
    }

    /// <summary>The same without a backup before it: for what comes out of one.</summary>
    public async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        alone.Take();
        try
        {
            await UpgradeRowsAsync(cancellationToken);
        }
        catch (SqliteException ex) when (StorageTrouble.IsForbidden(ex))
        {
            throw new StartRefusedException(
                $"{file.Path} cannot be written by {Environment.UserName} ({ex.Message}): give that user the right to write to the file and to its folder.",
                ex
            );
        }

        alone.Remember();
    }

    private async Task UpgradeRowsAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        if (db.Database.IsSqlite())
        {
            await FreeMigrationsAsync(db, cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
        }

        await InstallAsync(db, cancellationToken);
    }

    /// <summary>One installation, also when several processes start on an empty database at once.</summary>
    private static async Task InstallAsync(HandoffDb db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync("installation", cancellationToken);
        if (!await db.Installations.AnyAsync(cancellationToken))
        {
            db.Installations.Add(
                new Installation { Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) }
            );
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What a migration is about to change is kept: the older program needs it, should somebody go back.</summary>
    private async Task BackUpAsync(HandoffDb db, CancellationToken cancellationToken)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        if (
            applied.Any()
            && backups.Place is { } place
            && (db.Database.IsSqlite() || backups.Lacks is null)
            && pending.FirstOrDefault() is { } first
            && await backups.MakeBeforeAsync(first, cancellationToken) is BackupOutcome.Failed failed
        )
        {
            throw new StartRefusedException(
                $"the backup before the migration could not be made in {place} ({failed.Words}): make it writable and make room, or set Backup:Folder (empty: no backup)."
            );
        }
    }

    /// <summary>A migration killed midway leaves its row behind, and the next one would wait for it without end.</summary>
    public static async Task FreeMigrationsAsync(HandoffDb db, CancellationToken cancellationToken)
    {
        var left = await db
            .Database.SqlQuery<int>($"select count(*) as Value from sqlite_master where name = {MigrationLock}")
            .SingleAsync(cancellationToken);
        if (left > 0)
        {
            await db.Database.ExecuteSqlRawAsync($"delete from \"{MigrationLock}\"", cancellationToken);
        }
    }
}
