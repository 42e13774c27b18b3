using HandoffBot.Backups;
using HandoffBot.Persistence;
using HandoffBot.Verbs;

namespace HandoffBot.Checkup;

/// <summary>Whether the database is there, whole, up to date and can be written.</summary>
internal sealed class DatabaseCheck(Database database, DatabaseName name, DatabaseFile file, DatabaseLock alone)
{
    /// <summary>What is found in so long; reading on would help nobody who waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="readsAll">Every page of the file, which may take seconds: not in the running bot.</param>
    public async Task<Finding> ExamineAsync(bool readsAll, CancellationToken cancellationToken)
    {
        if (file.IsGone)
        {
            return Finding.Wrong(alone.HasSeenOne ? "Doctor.DatabaseGone" : "Doctor.DatabaseNone", name);
        }

        if (readsAll && file.Path is { } path && await DamageAsync(path, cancellationToken) is { } damage)
        {
            return Finding.Wrong("Doctor.DatabaseDamaged", name, damage);
        }

        try
        {
            var pending = await database.PendingAsync(cancellationToken);
            if (pending.Count > 0)
            {
                return Finding.Wrong("Doctor.DatabaseOld", name, pending.Count);
            }

            await database.TryWriteAsync(cancellationToken);
            return Finding.Well("Doctor.DatabaseWell", name);
        }
        catch (Exception ex) when (Trouble.Of(ex) is { } trouble)
        {
            return Why(ex, trouble.Lines[0]);
        }
    }

    private Finding Why(Exception ex, string words) =>
        SqliteFile.DamageIn(ex) is { } damage ? Finding.Wrong("Doctor.DatabaseDamaged", name, damage)
        : ex is StartRefusedException ? Finding.Wrong("Doctor.DatabaseRefused", name, words)
        : !StorageTrouble.IsForbidden(ex) ? Finding.Wrong("Doctor.DatabaseBroken", name, words)
        : file.Path is null ? Finding.Wrong("Doctor.DatabaseForbidden", name)
        : Finding.Wrong("Doctor.DatabaseReadOnly", name, Environment.UserName);

    private static async Task<string?> DamageAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            // The driver reads in one go and does not let itself be stopped.
            return await Task.Run(() => SqliteFile.DamageAsync(path, cancellationToken), cancellationToken)
                .WaitAsync(Patience, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
