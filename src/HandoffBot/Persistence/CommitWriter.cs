using System.Threading.Channels;
using HandoffBot.Leadership;
using HandoffBot.Observability;
using HandoffBot.Outbox;

namespace HandoffBot.Persistence;

/// <summary>
/// The one writer. Whoever wants to write waits in a bounded queue; up to 128 of them share one transaction, so that one
/// disk sync serves them all. When one of them fails, all are done anew, each behind its own savepoint: the bad one fails alone.
/// </summary>
internal sealed partial class CommitWriter(
    IServiceScopeFactory scopes,
    OutboxBell bell,
    Leader leader,
    HandoffMetrics metrics,
    WriterTroubles troubles
) : BackgroundService
{
    public const int QueueLength = 1024;
    public const int BatchSize = 128;

    private readonly Channel<IWork> queue = Channel.CreateBounded<IWork>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true }
    );

    /// <summary>How many wait to be written.</summary>
    public int Waiting => queue.Reader.Count;

    public bool IsFull => Waiting >= QueueLength;

    /// <summary>Runs the work in a transaction, again on a conflict with another process; done once it is on disk.</summary>
    public async Task<T> CommitAsync<T>(
        Func<WorkScope, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        var waiting = new Work<T>(work, asks: null);
        await queue.Writer.WriteAsync(waiting, cancellationToken);
        return await waiting.Done.Task;
    }

    public Task CommitAsync(Func<WorkScope, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        CommitAsync(
            async (scope, token) =>
            {
                await work(scope, token);
                return true;
            },
            cancellationToken
        );

    /// <summary>As <see cref="CommitAsync{T}"/>, but null at once when the queue is full.</summary>
    /// <param name="asks">What the work will look for, where that can be done for many at once.</param>
    public Task<T>? TryCommit<T>(Func<WorkScope, CancellationToken, Task<T>> work, Likeness? asks = null)
    {
        var waiting = new Work<T>(work, asks);
        return queue.Writer.TryWrite(waiting) ? waiting.Done.Task : null;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What was accepted is committed: the loop ends when the queue is empty.
        queue.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask)
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<IWork>(BatchSize);
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            // Those whom the last commit released come first, and all that they write now goes together.
            await Task.Yield();
            batch.Clear();
            while (batch.Count < BatchSize && queue.Reader.TryRead(out var work))
            {
                batch.Add(work);
            }

            await WriteAsync(batch);
        }
    }
}
