using HandoffBot.Telegram.Polling;

namespace HandoffBot.Telegram.Webhook;

/// <summary>Has Telegram post what happens, and looks now and then whether it still does and can.</summary>
internal sealed partial class RegisterWebhook(
    WebhookLink link,
    Reception reception,
    PollingState state,
    TimeProvider clock,
    ILogger<RegisterWebhook> logger
) : BackgroundService
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(1);

    private readonly PollBackoff backoff = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await reception
            .DrainAsync()
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts its services one after another and must not wait for this one.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(await RoundAsync(stoppingToken), clock, stoppingToken);
        }
    }

    /// <returns>How long to wait before the next time.</returns>
    private async Task<TimeSpan> RoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            var me = reception.Me ?? await link.WhoAmIAsync(stoppingToken);
            await reception.OpenAsync(me, stoppingToken);
            var stuck = await link.KeepAsync(stoppingToken);
            if (stuck is not null && IsQuiet())
            {
                Tell(stuck);
            }
            else
            {
                IsWell(me.Username);
            }

            return LookAgainAfter;
        }
        catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
        {
            var trouble = link.TroubleOf(ex);
            Tell(trouble);
            return backoff.Next(trouble);
        }
    }

    /// <summary>Telegram tells its last error for long after it was overcome; what has come since says more.</summary>
    private bool IsQuiet() => !(clock.GetUtcNow() - state.Now.LastHeardAt < LookAgainAfter);

    private void IsWell(string username)
    {
        var before = state.Now;
        if (before.ProblemSince is { } since)
        {
            Log.Recovered(logger, (long)(clock.GetUtcNow() - since).TotalSeconds);
        }

        if (!before.IsSet)
        {
            Log.Listening(logger, username, link.Address);
        }

        backoff.Reset();
        state.WasSet();
    }

    /// <summary>One line for each trouble, not for each try.</summary>
    private void Tell(PollTrouble trouble)
    {
        if (state.Now.Problem != trouble.Words)
        {
            var level = trouble.Kind == PollTroubleKind.Unauthorized ? LogLevel.Error : LogLevel.Warning;
            Log.Trouble(logger, level, trouble.Words);
        }

        state.Failed(clock.GetUtcNow(), trouble.Words);
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information,
            "Listening as @{Username} by a webhook at {Address}; what waits at Telegram is kept."
        )]
        public static partial void Listening(ILogger logger, string username, string address);

        [LoggerMessage("{Trouble}")]
        public static partial void Trouble(ILogger logger, LogLevel level, string trouble);

        [LoggerMessage(LogLevel.Information, "The webhook works again after {Seconds} s.")]
        public static partial void Recovered(ILogger logger, long seconds);
    }
}
