using HandoffBot.Forgetting;
using HandoffBot.Persistence;
using Microsoft.Data.Sqlite;

namespace HandoffBot.Backups;

/// <summary>The admin wants an older database back. Until the last step, one rename, the present one stays as it is.</summary>
internal sealed class RestoreBackup(
    DatabaseFile present,
    DatabaseLock alone,
    Database database,
    ForgettingPlaces places,
    TimeProvider clock
)
{
    private const string Incoming = ".restoring";

    /// <param name="saysAgain">What was still to be said goes out as it is.</param>
    /// <param name="mayRemember">Goes on also where it cannot be told who was forgotten since.</param>
    public async Task<RestoreOutcome> HandleAsync(
        string backup,
        bool saysAgain,
        bool mayRemember,
        CancellationToken cancellationToken
    )
    {
        if (present.Path is not { } file)
        {
            return new RestoreOutcome.Refused("this is for SQLite; on PostgreSQL use pg_restore (docs/operations.md).");
        }

        if (!File.Exists(backup))
        {
            return new RestoreOutcome.Refused($"there is no file {backup}.");
        }

        alone.Take();
        var outcome = await ReplaceAsync(file, backup, saysAgain, mayRemember, cancellationToken);
        if (outcome is RestoreOutcome.Restored)
        {
            await database.UpgradeAsync(cancellationToken);
        }

        return outcome;
    }

    private async Task<RestoreOutcome> ReplaceAsync(
        string file,
        string backup,
        bool saysAgain,
        bool mayRemember,
        CancellationToken cancellationToken
    )
    {
        var incoming = file + Incoming;
        try
        {
            SqliteFile.DeleteCompanions(incoming);
            await CopyAsync(backup, incoming, cancellationToken);
            var candidate = new Candidate(incoming);
            if (await candidate.FaultAsync(cancellationToken) is { } fault)
            {
                return new RestoreOutcome.Refused($"{backup} {fault}.");
            }

            var forgotten = await ForgottenList.ReadAsync(places, file, cancellationToken);
            if (forgotten.Gap is { } gap && !mayRemember)
            {
                return new RestoreOutcome.MightRemember(gap);
            }

            var waiting = await candidate.ReadyAsync(saysAgain, cancellationToken);
            // After the old messages were held: what writes over the forgotten goes out at once.
            var again = await candidate.ForgetAsync(forgotten, clock.GetUtcNow(), cancellationToken);
            var kept = File.Exists(file) ? await KeepAsync(file, cancellationToken) : null;
            // A pooled connection would go on with the file that was there before.
            SqliteConnection.ClearAllPools();
            // A log left behind would be written into the new file.
            SqliteFile.DeleteCompanions(file);
            DurableFile.Publish(incoming, file, mayReplace: true);
            return new RestoreOutcome.Restored(waiting, kept, again);
        }
        catch (Exception ex) when (ex is SqliteException or IOException or UnauthorizedAccessException)
        {
            return new RestoreOutcome.Refused(ex.Message);
        }
        finally
        {
            DurableFile.Forget(incoming);
            SqliteFile.DeleteCompanions(incoming);
        }
    }

    /// <summary>Copied, not moved: a kill on the way leaves a database under its name, and not an empty place for a new one.</summary>
    private async Task<string> KeepAsync(string file, CancellationToken cancellationToken)
    {
        await SqliteFile.MergeLogAsync(file, cancellationToken);
        var at = clock.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var kept = $"{file}.before-restore-{at}";
        await CopyAsync(file, kept, cancellationToken);
        return kept;
    }

    /// <summary>With its log, if that holds anything: without it the last commits would be missing.</summary>
    private static async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        if (new FileInfo(SqliteFile.LogOf(from)) is { Exists: true, Length: > 0 } log)
        {
            await DurableFile.CopyAsync(log.FullName, SqliteFile.LogOf(to), cancellationToken);
        }

        await DurableFile.CopyAsync(from, to, cancellationToken);
    }
}
