using HandoffBot.Leadership;
using HandoffBot.Persistence;
using HandoffBot.Verbs;

namespace HandoffBot.Checkup;

/// <summary>Whether a lock on PostgreSQL is held by one session only; behind a pooler no bot would speak.</summary>
internal sealed class PoolerCheck(IConfiguration settings, DatabaseName name)
{
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        if (PersistenceSetup.ProviderOf(settings) is not StorageProvider.Postgres)
        {
            return [];
        }

        try
        {
            // A pooler would keep the lock: under a name used once it is in nobody's way.
            var tried = new LeaderLock(PersistenceSetup.ServerOf(settings), $"doctor:{Guid.NewGuid():N}");
            await using var first = await tried.OpenAsync(cancellationToken);
            await tried.TryTakeAsync(first, cancellationToken);
            await tried.RefusePoolerAsync(cancellationToken);
            return [Finding.Well("Doctor.PoolerNone")];
        }
        catch (LeadershipRefusedException)
        {
            return [Finding.Wrong("Doctor.PoolerFound")];
        }
        catch (Exception ex) when (Trouble.Of(ex) is { } trouble)
        {
            return [Finding.Wrong("Doctor.DatabaseBroken", name, trouble.Lines[0])];
        }
    }
}
