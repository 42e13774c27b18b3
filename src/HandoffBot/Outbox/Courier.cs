using HandoffBot.Leadership;
using HandoffBot.Observability;

namespace HandoffBot.Outbox;

/// <summary>Sees one row through: it is said, or given back to be said later.</summary>
internal sealed partial class Courier(
    OutboxSender sender,
    OutboxQueue queue,
    Leader leader,
    TimeProvider clock,
    ILogger<Courier> logger
)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(1);

    private readonly Seldom unsent = new(clock);

    /// <param name="term">How long this process leads.</param>
    public async Task DeliverAsync(OutboxMessage row, CancellationToken term)
    {
        try
        {
            await sender.SendAsync(row, term);
        }
        catch (OperationCanceledException) when (term.IsCancellationRequested)
        {
            // Not sent, or not written down any more: whoever leads next takes it up.
        }
        catch (LeadershipLostException ex)
        {
            await GiveBackOnceHeldAsync(row, ex, term);
        }
        catch (Exception ex)
        {
            LogUnsent(row, ex);
            await GiveBackAsync(row, ex, term);
        }
    }

    /// <summary>The server was only slow to answer: the row goes on here. Otherwise whoever leads next takes up what was being sent.</summary>
    private async Task GiveBackOnceHeldAsync(OutboxMessage row, Exception why, CancellationToken term)
    {
        while (!term.IsCancellationRequested)
        {
            if (leader.IsHeld)
            {
                await GiveBackAsync(row, why, term);
                return;
            }

            await PauseAsync(term);
        }
    }

    /// <summary>A row left as being sent would stay so until the next start.</summary>
    private async Task GiveBackAsync(OutboxMessage row, Exception why, CancellationToken term)
    {
        while (!term.IsCancellationRequested)
        {
            try
            {
                await queue.GiveBackAsync(row, why, CancellationToken.None);
                return;
            }
            catch (Exception ex) when (!term.IsCancellationRequested)
            {
                LogUnsent(row, ex);
                await PauseAsync(term);
            }
        }
    }

    private void LogUnsent(OutboxMessage row, Exception failure)
    {
        if (unsent.IsTime(failure))
        {
            Log.SendFailed(logger, row.Seq, row.Delivery, failure);
        }
    }

    private async Task PauseAsync(CancellationToken term) =>
        await Task.Delay(TryAgain, clock, term).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "Message {Seq} ({Delivery}) could not be rendered or recorded; it is tried again later."
        )]
        public static partial void SendFailed(ILogger logger, long seq, string delivery, Exception exception);
    }
}
