using HandoffBot.Chat;
using Microsoft.Extensions.Options;

namespace HandoffBot.Telegram.Polling;

/// <summary>Gives updates to the sink, lane by lane, and sets aside those that take long.</summary>
internal sealed partial class UpdateFlow(
    IUpdateSink sink,
    IOptions<TelegramOptions> options,
    TimeProvider clock,
    ILogger<UpdateFlow> logger
)
{
    /// <summary>With so many unfinished no more are asked for.</summary>
    public const int MostInFlight = 1000;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly Lanes lanes = new();
    private int inFlight;
    private bool resumed;

    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>What was set aside is taken up again, by whichever process: each update has its effect once.</summary>
    public void BeginAnew() => resumed = false;

    /// <summary>Takes up what an earlier run set aside and did not finish, ahead of all that is new.</summary>
    public async Task ResumeAsync(BotIdentity me, CancellationToken cancellationToken)
    {
        if (resumed)
        {
            return;
        }

        IReadOnlyList<string> payloads = [];
        await UntilDoneAsync(
            async () => payloads = await sink.ResumeAsync(me.Id, cancellationToken),
            cancellationToken
        );
        foreach (var payload in payloads)
        {
            _ = Start(Letter.Open(payload, me), cancellationToken);
        }

        resumed = true;
    }

    /// <summary>Returns when each of them is done, kept as failed, or stored to be finished alongside.</summary>
    public async Task DeliverAsync(IReadOnlyList<Letter> letters, CancellationToken cancellationToken)
    {
        var running = letters.Select(letter => (Letter: letter, Done: Start(letter, cancellationToken))).ToArray();
        await WaitAsync(Task.WhenAll(running.Select(r => r.Done)), cancellationToken);
        foreach (var (letter, done) in running)
        {
            await ParkUnlessDoneAsync(letter, done, cancellationToken);
        }

        while (InFlight > MostInFlight)
        {
            await Task.Delay(Again, clock, cancellationToken);
        }
    }

    public Task DrainAsync() => lanes.DrainAsync();

    private Task Start(Letter letter, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref inFlight);
        return lanes.Enqueue(letter.Lane, () => HandleAsync(letter, cancellationToken));
    }

    private async Task HandleAsync(Letter letter, CancellationToken cancellationToken)
    {
        try
        {
            if (letter.Trouble is { } why)
            {
                Log.Unreadable(logger, letter.Incoming.Key.UpdateId, why);
            }

            await UntilDoneAsync(
                () => sink.HandleAsync(letter.Incoming, letter.Payload, cancellationToken),
                cancellationToken
            );
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
        }
    }

    private async Task WaitAsync(Task all, CancellationToken cancellationToken)
    {
        try
        {
            await all.WaitAsync(options.Value.ParkAfter, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // What is not done yet is parked.
        }
    }

    private async Task ParkUnlessDoneAsync(Letter letter, Task done, CancellationToken cancellationToken)
    {
        if (done.IsCompletedSuccessfully)
        {
            return;
        }

        await UntilDoneAsync(
            () =>
                done.IsCompletedSuccessfully
                    ? done
                    : sink.ParkAsync(letter.Incoming, letter.Payload, cancellationToken),
            cancellationToken
        );
        Log.Parked(logger, letter.Incoming.Key.UpdateId);
    }

    /// <summary>The sink throws when the database does: the same is tried again, in its place, until it is back.</summary>
    private async Task UntilDoneAsync(Func<Task> attempt, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await attempt();
                return;
            }
            catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
            {
                Log.NotStored(logger, ex);
                await Task.Delay(Again, clock, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "What came from Telegram could not be stored; it is tried again.")]
        public static partial void NotStored(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Debug, "Update {UpdateId} takes long and is finished alongside.")]
        public static partial void Parked(ILogger logger, long updateId);

        [LoggerMessage(LogLevel.Error, "Update {UpdateId} cannot be read ({Why}); it is passed over.")]
        public static partial void Unreadable(ILogger logger, long updateId, string why);
    }
}
