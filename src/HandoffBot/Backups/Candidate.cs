using HandoffBot.Forgetting;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Backups;

/// <summary>
/// A copy of a backup that shall become the database. It is looked at and made ready under another name: whatever has the
/// database's name can be started with.
/// </summary>
internal sealed class Candidate(string file)
{
    /// <summary>Null when it is a whole database that this program understands, else what it is in words.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        // Writable, so that a log that was copied with it counts.
        if (await SqliteFile.FlawAsync(file, SqliteOpenMode.ReadWrite, cancellationToken) is { } flaw)
        {
            return $"is damaged ({flaw})";
        }

        await using var db = Open();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = db.Database.GetMigrations().ToList();
        return !applied.Contains(known[0]) ? "holds no database of HandoffBot"
            : applied.Except(known).LastOrDefault() is { } newer
                ? $"was made by a newer HandoffBot ({newer}): restore it with that version"
            : null;
    }

    /// <summary>Makes one plain file of it; tells how many messages in it were still to be said.</summary>
    /// <param name="saysAgain">They may go out as they are; otherwise they wait for a word.</param>
    public async Task<int> ReadyAsync(bool saysAgain, CancellationToken cancellationToken)
    {
        await using var db = Open();
        var waiting = db.Outbox.Where(o => o.State == OutboxState.Pending || o.State == OutboxState.Sending);
        var count = saysAgain
            ? await waiting.CountAsync(cancellationToken)
            : await waiting.ExecuteUpdateAsync(
                set => set.SetProperty(o => o.State, OutboxState.Held).SetProperty(o => o.Why, OutboxMessage.Restored),
                cancellationToken
            );
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = DELETE", cancellationToken);
        return count;
    }

    /// <summary>Brings it up to date and forgets in it who was forgotten since; nothing of them stays in the file. Tells how many leads that were.</summary>
    public async Task<int> ForgetAsync(ForgottenList list, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (list.Marks.Count == 0)
        {
            return 0;
        }

        int leads;
        await using (var db = Open())
        {
            await Database.FreeMigrationsAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            leads = await ForgetAgain.HandleAsync(db, list, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await SqliteFile.WriteAnewAsync(file, list.Marks.Count, cancellationToken);
        return leads;
    }

    private SqliteHandoffDb Open() => SqliteHandoffDb.Over(SqliteFile.ConnectionString(file, SqliteOpenMode.ReadWrite));
}
