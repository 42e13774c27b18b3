using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffBot.Persistence;

/// <summary>How one batch is written.</summary>
internal sealed partial class CommitWriter
{
    private async Task WriteAsync(List<IWork> batch)
    {
        var began = Stopwatch.GetTimestamp();
        bool? hasSpoken;
        try
        {
            hasSpoken = await TryAsync(batch) ?? await ApartAsync(batch);
        }
        catch (Exception ex)
        {
            troubles.Failed(batch.Count, ex);
            batch.ForEach(work => work.Failed(ex));
            return;
        }

        metrics.Committed(Stopwatch.GetElapsedTime(began));
        batch.ForEach(Release);
        if (hasSpoken is true)
        {
            bell.Ring();
        }
    }

    /// <summary>It is on disk, whatever goes wrong from here on.</summary>
    private void Release(IWork work)
    {
        try
        {
            work.Committed();
        }
        catch (Exception ex)
        {
            troubles.AfterwardsFailed(ex);
        }
    }

    /// <summary>All in one go, which nearly always passes; null when one of them did not, and nothing happened.</summary>
    private Task<bool?> TryAsync(List<IWork> batch) =>
        CommitAsync(
            batch.Count,
            async (scope, _) =>
            {
                try
                {
                    await ForeseeAsync(scope.Db, batch);
                    foreach (var work in batch)
                    {
                        await work.RunAsync(scope, CancellationToken.None);
                    }

                    await scope.Db.SaveGatheredAsync(CancellationToken.None);
                    return true;
                }
                catch (Exception ex) when (troubles.MayPassApart(batch.Count, ex))
                {
                    return false;
                }
            }
        );

    /// <summary>What several look for is looked up at once.</summary>
    private static async Task ForeseeAsync(HandoffDb db, List<IWork> batch)
    {
        var asked = batch.Select(work => work.Asks).OfType<Likeness>().ToList();
        if (asked.Count > 1)
        {
            db.Memory!.Foresight = await Foresight.OfAsync(db, asked, CancellationToken.None);
        }
    }

    /// <summary>Each behind a savepoint, so that the bad one fails alone.</summary>
    private Task<bool?> ApartAsync(List<IWork> batch) =>
        CommitAsync(
            batch.Count,
            async (scope, transaction) =>
            {
                // At once, before anything else is held: else two processes could wait for each other, try after try.
                var locks = batch.Select(work => work.Asks).OfType<Likeness>().SelectMany(a => a.Locks).Distinct();
                await scope.Db.LockAsync([.. locks], CancellationToken.None);
                foreach (var work in batch)
                {
                    await work.RunApartAsync(scope, transaction, CancellationToken.None);
                }

                return true;
            }
        );

    /// <summary>Answers whether something is to be said; null when it was given up. A commit that failed may have happened: it is not done again.</summary>
    private async Task<bool?> CommitAsync(int count, Func<WorkScope, IDbContextTransaction, Task<bool>> runAsync)
    {
        troubles.RefuseIfLost();
        await using var services = scopes.CreateAsyncScope();
        var scope = new WorkScope(services.ServiceProvider);
        scope.Db.Memory = new BatchMemory(count);
        await using var transaction = await scope.Db.BeginAsync(CancellationToken.None);
        if (!await runAsync(scope, transaction))
        {
            return null;
        }

        await scope.Db.GiveBackNumbersAsync(CancellationToken.None);
        if (scope.Db.HasSpoken && !leader.IsHeld)
        {
            await scope.Db.WakeLeaderAsync(CancellationToken.None);
        }

        // Damage that was met on the way: nothing more goes into that file.
        troubles.RefuseIfLost();
        await transaction.CommitAsync(CancellationToken.None);
        troubles.RefuseIfLost();
        return scope.Db.HasSpoken;
    }
}
