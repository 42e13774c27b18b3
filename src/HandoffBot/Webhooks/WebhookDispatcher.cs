using HandoffBot.Leadership;
using HandoffBot.Observability;
using HandoffBot.Outbox;

namespace HandoffBot.Webhooks;

/// <summary>Sends events out, webhooks side by side: one that is dead or slow holds up its own team's only.</summary>
internal sealed partial class WebhookDispatcher(
    WebhookQueue queue,
    WebhookSender sender,
    Leader leader,
    Pulse pulse,
    TimeProvider clock,
    ILogger<WebhookDispatcher> logger
) : BackgroundService
{
    private const string Loop = "webhooks";
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    /// <summary>What could not be read or recorded is left alone for so long.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Dictionary<WebhookTurn, Task> sending = [];
    private readonly OutboxBell done = new(clock);
    private readonly Seldom failed = new(clock);

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
        while (!term.IsCancellationRequested)
        {
            pulse.Beat(Loop);
            try
            {
                await StartWhatIsDueAsync(term);
            }
            catch (Exception ex) when (!term.IsCancellationRequested)
            {
                LogSeldom(ex);
            }

            await done.WaitAsync(Idle, term);
        }
    }

    private async Task StartWhatIsDueAsync(CancellationToken term)
    {
        foreach (var (turn, _) in sending.Where(s => s.Value.IsCompleted).ToList())
        {
            sending.Remove(turn);
        }

        if (!leader.IsHeld)
        {
            return;
        }

        foreach (var turn in await queue.NextAsync(sending.Keys, term))
        {
            var send = SendAsync(turn, term);
            sending[turn] = send;
            send.GetAwaiter().OnCompleted(done.Ring);
        }
    }

    private async Task SendAsync(WebhookTurn turn, CancellationToken term)
    {
        try
        {
            await sender.SendAsync(turn, term);
        }
        catch (Exception ex) when (!term.IsCancellationRequested)
        {
            LogSeldom(ex);
            await Task.Delay(AfterFailure, clock, term).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void LogSeldom(Exception failure)
    {
        if (failed.IsTime(failure))
        {
            Log.Failed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Events on their way out could not be read or recorded; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
