using HandoffBot.Backups;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Persistence;

/// <summary>What must not be worked with.</summary>
internal sealed partial class Database
{
    /// <summary>A damaged file is left as it is: whatever is written into it makes it worse.</summary>
    private async Task RefuseDamageAsync(CancellationToken cancellationToken)
    {
        if (file.Path is not { } path)
        {
            return;
        }

        if (file.IsGone)
        {
            RefuseLoss(path);
            return;
        }

        if (await SqliteFile.DamageAsync(path, cancellationToken) is { } damage)
        {
            throw new StartRefusedException(
                $"{path} is damaged ({damage}) and was left as it is. Bring back a backup: HandoffBot restore FILE."
            );
        }
    }

    /// <summary>An empty database in its place would turn leads away for good, instead of until somebody looks.</summary>
    private void RefuseLoss(string path)
    {
        if (alone.Remembers)
        {
            throw new StartRefusedException(
                $"{path} is gone. Bring back a backup: HandoffBot restore FILE. To begin with an empty one delete {path}.lock as well."
            );
        }
    }

    private static async Task RefuseTheFutureAsync(HandoffDb db, CancellationToken cancellationToken)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        var unknown = applied.Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new StartRefusedException(
                $"the database was made by a newer HandoffBot ({unknown[^1]}): run that version, or restore an older backup."
            );
        }
    }
}
