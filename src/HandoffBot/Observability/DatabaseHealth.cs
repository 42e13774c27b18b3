using System.Diagnostics;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Observability;

/// <summary>Whether a row can be written: through the one writer, onto the disk. Asked at most every few seconds, as anybody may ask.</summary>
internal sealed class DatabaseHealth(CommitWriter writer, StorageWatch watch) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim one = new(1);
    private HealthCheckResult last;
    private long? at;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (at is null || Stopwatch.GetElapsedTime(at.Value) > Fresh)
            {
                last = await WriteAsync(cancellationToken);
                at = Stopwatch.GetTimestamp();
            }

            return last;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<HealthCheckResult> WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            var waiting = writer.TryCommit(
                (work, token) =>
                    work.Db.Installations.ExecuteUpdateAsync(i => i.SetProperty(x => x.Version, x => x.Version), token)
            );
            if (waiting is null)
            {
                return HealthCheckResult.Unhealthy("The queue of the writer is full.");
            }

            await waiting.WaitAsync(Patience, cancellationToken);
            if (watch.IsFull)
            {
                return HealthCheckResult.Unhealthy("A row found no room: the disk, or the database, is full.");
            }

            return HealthCheckResult.Healthy($"Rows can be written, {writer.Waiting} wait.");
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"No row can be written: {ex.Message}");
        }
    }
}
