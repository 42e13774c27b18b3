namespace HandoffBot.Telegram.Polling;

/// <summary>Listens to Telegram by long polling: asks, hands on, and confirms by the next question only what is safely done.</summary>
internal sealed partial class PollUpdates(
    UpdateFeed feed,
    UpdateFlow flow,
    PollingState state,
    TimeProvider clock,
    ILogger<PollUpdates> logger
) : BackgroundService
{
    /// <summary>Soon enough: whoever must not ask has lost its lead, or is told so in as long.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(250);

    private readonly PollBackoff backoff = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts its services one after another and must not wait for this one.
        await Task.Yield();
        try
        {
            await feed.WhileLeadingAsync(ListenAsync, stoppingToken);
        }
        finally
        {
            await flow.DrainAsync();
        }
    }

    private async Task ListenAsync(CancellationToken term)
    {
        // What the process before this one set aside is finished here.
        feed.Disconnect();
        flow.BeginAnew();
        while (!term.IsCancellationRequested)
        {
            await RoundOrPauseAsync(term);
        }
    }

    private async Task RoundOrPauseAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RoundAsync(stoppingToken);
        }
        catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
        {
            var trouble = PollTrouble.Of(ex);
            Tell(trouble);
            if (trouble.Kind == PollTroubleKind.Unauthorized)
            {
                feed.Disconnect();
            }

            await Task.Delay(backoff.Next(trouble), clock, stoppingToken);
        }
    }

    private async Task RoundAsync(CancellationToken stoppingToken)
    {
        if (!feed.MayAsk)
        {
            await Task.Delay(AskAgain, TimeProvider.System, stoppingToken);
            return;
        }

        if (feed.Me is null)
        {
            var me = await feed.ConnectAsync(stoppingToken);
            Log.Listening(logger, me.Username);
        }

        await flow.ResumeAsync(feed.Me!, stoppingToken);
        var letters = await feed.NextAsync(stoppingToken);
        Heard(letters);
        await flow.DeliverAsync(letters, stoppingToken);
        feed.Confirm(letters);
    }

    private void Heard(IReadOnlyList<Letter> letters)
    {
        if (state.Now.ProblemSince is { } since)
        {
            Log.Recovered(logger, (long)(clock.GetUtcNow() - since).TotalSeconds);
        }

        backoff.Reset();
        state.Heard(clock.GetUtcNow(), flow.InFlight + letters.Count);
        if (letters.Max(l => l.WrittenAt) is { } newest)
        {
            var lag = clock.GetUtcNow() - newest;
            state.Lagged(lag);
        }
        else if (letters.Count == 0)
        {
            state.Lagged(TimeSpan.Zero);
        }
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
            "Listening as @{Username} by polling; a webhook, if there was one, is removed, what waits is kept."
        )]
        public static partial void Listening(ILogger logger, string username);

        [LoggerMessage("{Trouble}")]
        public static partial void Trouble(ILogger logger, LogLevel level, string trouble);

        [LoggerMessage(LogLevel.Information, "Telegram answers again after {Seconds} s.")]
        public static partial void Recovered(ILogger logger, long seconds);
    }
}
