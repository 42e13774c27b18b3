using HandoffBot.Chat;
using HandoffBot.Observability;
using HandoffBot.Telegram.Polling;
using Microsoft.Extensions.Options;

namespace HandoffBot.Telegram.Webhook;

/// <summary>Takes updates that are posted one by one, and answers for each whether it must come again.</summary>
internal sealed partial class Reception(
    UpdateLanes lanes,
    PollingState state,
    IOptions<TelegramOptions> options,
    TimeProvider clock,
    ILogger<Reception> logger
)
{
    private readonly Seldom untaken = new(clock);
    private volatile BotIdentity? me;

    /// <summary>Null until it is known whose updates they are.</summary>
    public BotIdentity? Me => me;

    public void Open(BotIdentity bot) => me = bot;

    /// <summary>What was set aside is taken up again, by whichever process: each update has its effect once.</summary>
    public void BeginAnew() => lanes.BeginAnew();

    /// <summary>Takes up what this process or another one set aside and did not finish.</summary>
    public Task ResumeAsync(BotIdentity bot, CancellationToken cancellationToken) =>
        lanes.ResumeAsync(bot, cancellationToken);

    /// <summary>Whoever posted it may have gone meanwhile: it is taken all the same.</summary>
    /// <returns>False when nothing of it is kept and it must come again.</returns>
    public async Task<bool> TakeAsync(Letter letter)
    {
        Came(letter);
        if (lanes.IsFull)
        {
            Log.Full(logger, letter.Incoming.Key.UpdateId);
            return false;
        }

        try
        {
            await DoOrParkAsync(letter);
            return true;
        }
        catch (Exception ex)
        {
            if (untaken.IsTime(ex))
            {
                Log.NotTaken(logger, letter.Incoming.Key.UpdateId, ex);
            }

            return false;
        }
        finally
        {
            state.Running(lanes.InFlight);
        }
    }

    public Task DrainAsync() => lanes.DrainAsync();

    private async Task DoOrParkAsync(Letter letter)
    {
        var done = lanes.StartOnce(letter, CancellationToken.None);
        try
        {
            await done.WaitAsync(options.Value.ParkAfter, clock);
        }
        catch (TimeoutException) when (!done.IsFaulted)
        {
            await lanes.ParkAsync(letter, CancellationToken.None);
            _ = FinishAsync(letter, done);
        }
    }

    /// <summary>Telegram was told that it need not come again, so a failure from here on is ours to mend.</summary>
    private async Task FinishAsync(Letter letter, Task done)
    {
        await done.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!done.IsCompletedSuccessfully)
        {
            await lanes.Start(letter, CancellationToken.None);
        }
    }

    private void Came(Letter letter)
    {
        var now = clock.GetUtcNow();
        state.Came(now);
        if (now - letter.WrittenAt is { } lag)
        {
            state.Lagged(lag);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Update {UpdateId} was not taken: the queue is full; Telegram repeats it.")]
        public static partial void Full(ILogger logger, long updateId);

        [LoggerMessage(
            LogLevel.Error,
            "Update {UpdateId} was not taken: the database cannot be written; Telegram repeats it."
        )]
        public static partial void NotTaken(ILogger logger, long updateId, Exception exception);
    }
}
