using System.Diagnostics;
using HandoffBot.Observability;
using Microsoft.EntityFrameworkCore.Storage;

namespace HandoffBot.Persistence;

/// <summary>What the writer's transaction offers to a piece of work.</summary>
internal sealed class WorkScope(IServiceProvider services)
{
    public HandoffDb Db { get; } = services.GetRequiredService<HandoffDb>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public IServiceProvider Services => services;
}

internal interface IWork
{
    /// <summary>What it will look for, where that can be done for all of a batch at once.</summary>
    Likeness? Asks { get; }

    /// <summary>In a transaction that is given up when this fails.</summary>
    Task RunAsync(WorkScope scope, CancellationToken cancellationToken);

    /// <summary>Behind a savepoint of its own: what fails here fails alone.</summary>
    Task RunApartAsync(WorkScope scope, IDbContextTransaction transaction, CancellationToken cancellationToken);

    void Committed();

    void Failed(Exception exception);
}

/// <summary>One piece of work and whoever waits for it.</summary>
internal sealed class Work<T>(Func<WorkScope, CancellationToken, Task<T>> run, Likeness? asks) : IWork
{
    private const int Tries = 3;
    private const string Savepoint = "work";

    private readonly Activity? commit = Traces.Detached("commit");
    private T? result;
    private Exception? failure;
    private IReadOnlyList<Action> afterwards = [];

    public Likeness? Asks => asks;

    public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task RunAsync(WorkScope scope, CancellationToken cancellationToken)
    {
        // What is said because of it remembers this as its cause.
        Activity.Current = commit;
        if (asks is null)
        {
            await scope.Db.SaveGatheredAsync(cancellationToken);
        }

        scope.Db.BeginAnew();
        result = await run(scope, cancellationToken);
        afterwards = scope.Db.TakeAfterwards();
    }

    public async Task RunApartAsync(
        WorkScope scope,
        IDbContextTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        for (var tried = 1; ; tried++)
        {
            await transaction.CreateSavepointAsync(Savepoint, cancellationToken);
            try
            {
                await RunAsync(scope, cancellationToken);
                await transaction.ReleaseSavepointAsync(Savepoint, cancellationToken);
                return;
            }
            catch (Exception ex) when (tried < Tries && StorageTrouble.MayPass(ex))
            {
                // Another process saved first, the same key at the same moment, a deadlock: read again and decide again.
                await scope.Db.TakeBackAsync(transaction, Savepoint, cancellationToken);
            }
            catch (Exception ex) when (transaction.GetDbTransaction().Connection is not null)
            {
                await scope.Db.TakeBackAsync(transaction, Savepoint, cancellationToken);
                failure = ex;
                return;
            }
        }
    }

    public void Committed()
    {
        Traces.End(commit, failure is not null);
        if (failure is not null)
        {
            Done.TrySetException(failure);
        }
        else
        {
            try
            {
                foreach (var then in afterwards)
                {
                    then();
                }
            }
            finally
            {
                Done.TrySetResult(result!);
            }
        }
    }

    public void Failed(Exception exception)
    {
        Traces.End(commit, failed: true);
        Done.TrySetException(exception);
    }
}
