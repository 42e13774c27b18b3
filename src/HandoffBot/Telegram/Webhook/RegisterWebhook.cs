using HandoffBot.Telegram.Polling;

namespace HandoffBot.Telegram.Webhook;

/// <summary>Has Telegram post what happens, from the start on, and says so again now and then: another program may have changed it.</summary>
internal sealed partial class RegisterWebhook(
    WebhookLink link,
    Reception reception,
    PollingState state,
    TimeProvider clock,
    ILogger<RegisterWebhook> logger
) : BackgroundService
{
    /// <summary>Telegram answers "already set" and changes nothing.</summary>
    private static readonly TimeSpan SayAgainAfter = TimeSpan.FromMinutes(10);

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
            await Task.Delay(await SetAsync(stoppingToken), clock, stoppingToken);
        }
    }

    /// <returns>How long to wait before the next time.</returns>
    private async Task<TimeSpan> SetAsync(CancellationToken stoppingToken)
    {
        try
        {
            var me = reception.Me ?? await link.WhoAmIAsync(stoppingToken);
            await reception.OpenAsync(me, stoppingToken);
            await link.SetAsync(stoppingToken);
            Heard(me.Username);
            return SayAgainAfter;
        }
        catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
        {
            var trouble = link.TroubleOf(ex);
            Tell(trouble);
            return backoff.Next(trouble);
        }
    }

    private void Heard(string username)
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

        [LoggerMessage(LogLevel.Information, "Telegram takes the webhook again after {Seconds} s.")]
        public static partial void Recovered(ILogger logger, long seconds);
    }
}
