using System.Diagnostics;
using HandoffBot.Leadership;
using HandoffBot.Observability;

namespace HandoffBot.Outbox;

/// <summary>Says what is due, most urgent first, one message at a time to a chat and several chats side by side.</summary>
internal sealed partial class OutboxDispatcher(
    OutboxQueue queue,
    Courier courier,
    OutboxBell bell,
    Leader leader,
    Pulse pulse,
    TimeProvider clock,
    ILogger<OutboxDispatcher> logger
) : BackgroundService
{
    private const string Loop = "outbox";
    private const int SideBySide = 16;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(2);

    private static readonly TimeSpan LookAfterLeft = TimeSpan.FromSeconds(30);

    private readonly Dictionary<long, Task> sending = [];
    private readonly Seldom failed = new(clock);
    private readonly LookRest rests = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leader.WhileHeldAsync(LeadAsync, logger, stoppingToken);

    /// <summary>The term may end in the middle of a look as well.</summary>
    private async Task LeadAsync(CancellationToken term)
    {
        try
        {
            await DispatchAsync(term);
        }
        finally
        {
            await Task.WhenAll(sending.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            sending.Clear();
            pulse.Rest(Loop);
        }
    }

    private async Task DispatchAsync(CancellationToken term)
    {
        var takenUp = false;
        var lookedAfterLeft = clock.GetTimestamp();
        while (!term.IsCancellationRequested)
        {
            var wait = Idle;
            var began = Stopwatch.GetTimestamp();
            pulse.Beat(Loop);
            try
            {
                if (!takenUp)
                {
                    await queue.TakeUpAsync(term);
                    takenUp = true;
                }

                if (clock.GetElapsedTime(lookedAfterLeft) >= LookAfterLeft)
                {
                    await queue.FreeLeftAsync([.. sending.Keys], term);
                    lookedAfterLeft = clock.GetTimestamp();
                }

                wait = await StartWhatIsDueAsync(term);
            }
            catch (Exception ex) when (!term.IsCancellationRequested)
            {
                if (failed.IsTime(ex))
                {
                    Log.PassFailed(logger, ex);
                }
            }

            // On the machine's own time: it is that which looking takes.
            await Task.Delay(rests.After(Stopwatch.GetElapsedTime(began)), TimeProvider.System, term)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await bell.WaitAsync(wait > Shortest ? wait : Shortest, term);
        }
    }

    /// <summary>Starts what may be sent now; returns how long nothing else can be.</summary>
    private async Task<TimeSpan> StartWhatIsDueAsync(CancellationToken cancellationToken)
    {
        foreach (var (chat, _) in sending.Where(s => s.Value.IsCompleted).ToList())
        {
            sending.Remove(chat);
        }

        if (sending.Count >= SideBySide || !leader.IsHeld)
        {
            return Idle;
        }

        var next = await queue.NextAsync([.. sending.Keys], SideBySide - sending.Count, cancellationToken);
        foreach (var row in await queue.LeaseAsync(next.Ready, cancellationToken))
        {
            sending[row.ChatId] = SendAsync(row, cancellationToken);
        }

        return next.Wait;
    }

    private async Task SendAsync(OutboxMessage row, CancellationToken term)
    {
        try
        {
            await courier.DeliverAsync(row, term);
        }
        finally
        {
            bell.Ring();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The outbox could not be looked through; it is tried again each second.")]
        public static partial void PassFailed(ILogger logger, Exception exception);
    }
}
