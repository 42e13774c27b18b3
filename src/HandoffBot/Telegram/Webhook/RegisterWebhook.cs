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
    /// <summary>Each time is also the heartbeat by which an absence is judged later.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

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
        while (reception.Me is null)
        {
            await TryAsync(OpenAsync, TimeSpan.Zero, stoppingToken);
        }

        await link.WhileLeadingAsync(LeadAsync, stoppingToken);
    }

    private async Task LeadAsync(CancellationToken term)
    {
        // What the process before this one set aside is finished here.
        reception.BeginAnew();
        await reception.ResumeAsync(reception.Me!, term);
        while (!term.IsCancellationRequested)
        {
            await TryAsync(LookAsync, LookAgainAfter, term);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> act, TimeSpan pause, CancellationToken cancellationToken)
    {
        var wait = pause;
        try
        {
            await act(cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            var trouble = link.TroubleOf(ex);
            Tell(trouble);
            wait = backoff.Next(trouble);
        }

        await Task.Delay(wait, clock, cancellationToken);
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        reception.Open(await link.WhoAmIAsync(cancellationToken));
        Recover();
    }

    private async Task LookAsync(CancellationToken term)
    {
        state.Beat();
        await reception.ResumeAsync(reception.Me!, term);
        var stuck = await link.KeepAsync(term);
        if (stuck is not null && IsQuiet())
        {
            Tell(stuck);
            return;
        }

        Recover();
        if (!state.Now.IsSet)
        {
            Log.Listening(logger, reception.Me!.Username, link.Address);
            state.WasSet();
        }
    }

    /// <summary>Telegram tells its last error for long after it was overcome; what has come since says more.</summary>
    private bool IsQuiet() => !(clock.GetUtcNow() - state.Now.LastHeardAt < Quiet);

    private void Recover()
    {
        if (state.Now.ProblemSince is { } since)
        {
            Log.Recovered(logger, (long)(clock.GetUtcNow() - since).TotalSeconds);
        }

        backoff.Reset();
        state.Recovered();
    }

    /// <summary>One line for each trouble, not for each try.</summary>
    private void Tell(PollTrouble trouble)
    {
        if (state.Now.Problem != trouble.Words)
        {
            var level = trouble.Kind == PollTroubleKind.Unauthorized ? LogLevel.Error : LogLevel.Warning;
            Log.Trouble(logger, level, trouble.Words);
        }

        state.Troubled(clock.GetUtcNow(), trouble.Words);
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
