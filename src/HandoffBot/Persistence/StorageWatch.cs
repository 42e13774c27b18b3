using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HandoffBot.Persistence;

/// <summary>
/// Sees every command and commit that fails, whoever gave it: damage shows where a page is first read, and of a full disk only those rows tell that
/// need a new page.
/// </summary>
internal sealed class StorageWatch(DatabaseLoss loss, TimeProvider clock)
    : DbCommandInterceptor,
        IDbTransactionInterceptor
{
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(30);

    private long? fullAt;

    /// <summary>Something found no room within the last half minute. Smaller rows may still have found some.</summary>
    public bool IsFull => fullAt is { } at && clock.GetElapsedTime(at) < Recent;

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Heed(eventData.Exception);

    public override Task CommandFailedAsync(
        DbCommand command,
        CommandErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Heed(eventData.Exception);
        return Task.CompletedTask;
    }

    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) =>
        Heed(eventData.Exception);

    public Task TransactionFailedAsync(
        DbTransaction transaction,
        TransactionErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Heed(eventData.Exception);
        return Task.CompletedTask;
    }

    private void Heed(Exception failure)
    {
        loss.Heed(failure);
        if (StorageTrouble.IsFull(failure))
        {
            fullAt = clock.GetTimestamp();
        }
    }
}
