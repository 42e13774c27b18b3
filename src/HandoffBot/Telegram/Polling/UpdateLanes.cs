using System.Collections.Concurrent;
using HandoffBot.Chat;
using HandoffBot.Observability;

namespace HandoffBot.Telegram.Polling;

/// <summary>Gives updates to the sink, lane by lane, however they came.</summary>
internal sealed partial class UpdateLanes(
    IUpdateSink sink,
    UnsavedPresses unsaved,
    HandoffMetrics metrics,
    TimeProvider clock,
    ILogger<UpdateLanes> logger
)
{
    /// <summary>With so many unfinished no more are taken.</summary>
    public const int MostInFlight = 1000;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    /// <summary>A process that lost its lead may set something aside when its successor has long begun.</summary>
    private static readonly TimeSpan ResumeEvery = TimeSpan.FromSeconds(30);

    private readonly Lanes lanes = new();
    private readonly ConcurrentDictionary<UpdateKey, int> running = new();
    private readonly Seldom unstored = new(clock);
    private int inFlight;
    private long? resumedAt;

    public int InFlight => Volatile.Read(ref inFlight);

    public bool IsFull => sink.IsFull || InFlight >= MostInFlight;

    /// <summary>What was set aside is taken up again, by whichever process: each update has its effect once.</summary>
    public void BeginAnew() => resumedAt = null;

    /// <summary>Takes up what an earlier run, or another process, set aside and did not finish; at first ahead of all that is new, then now and again.</summary>
    public async Task ResumeAsync(BotIdentity me, CancellationToken cancellationToken)
    {
        if (resumedAt is { } at && clock.GetElapsedTime(at) < ResumeEvery)
        {
            return;
        }

        IReadOnlyList<string> payloads = [];
        await UntilStoredAsync(
            async () => payloads = await sink.ResumeAsync(me.Id, cancellationToken),
            cancellationToken
        );
        resumedAt = clock.GetTimestamp();
        foreach (var letter in payloads.Select(p => Letter.Open(p, me)).Where(l => !running.ContainsKey(l.Key)))
        {
            _ = Start(letter, cancellationToken);
        }
    }

    /// <summary>Ends when it is done or kept as failed; while the database cannot be written it is tried again, in its place.</summary>
    public Task Start(Letter letter, CancellationToken cancellationToken) =>
        Enqueue(letter, () => UntilStoredAsync(() => HandleAsync(letter, cancellationToken), cancellationToken));

    /// <summary>As <see cref="Start"/>, but it throws when the database cannot be written.</summary>
    public Task StartOnce(Letter letter, CancellationToken cancellationToken) =>
        Enqueue(letter, () => HandleAsync(letter, cancellationToken));

    /// <summary>Stores what is not done yet, so that it can be confirmed.</summary>
    public async Task ParkAsync(Letter letter, CancellationToken cancellationToken)
    {
        await sink.ParkAsync(letter.Incoming, letter.Payload, cancellationToken);
        Log.Parked(logger, letter.Key.UpdateId);
    }

    /// <summary>The sink throws when the database does: the same is tried again until it is back.</summary>
    public async Task UntilStoredAsync(Func<Task> attempt, CancellationToken cancellationToken)
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
                if (unstored.IsTime(ex))
                {
                    Log.NotStored(logger, ex);
                }

                await Task.Delay(Again, clock, cancellationToken);
            }
        }
    }

    public Task DrainAsync() => lanes.DrainAsync();

    private Task HandleAsync(Letter letter, CancellationToken cancellationToken) =>
        unsaved.WatchAsync(letter.Incoming, () => sink.HandleAsync(letter.Incoming, letter.Payload, cancellationToken));

    private Task Enqueue(Letter letter, Func<Task> work)
    {
        var takenUp = clock.GetTimestamp();
        Interlocked.Increment(ref inFlight);
        running.AddOrUpdate(letter.Key, 1, (_, times) => times + 1);
        return lanes.Enqueue(letter.Lane, () => RunAsync(letter, work, takenUp));
    }

    private async Task RunAsync(Letter letter, Func<Task> work, long takenUp)
    {
        try
        {
            if (letter.Trouble is { } why)
            {
                Log.Unreadable(logger, letter.Key.UpdateId, why);
            }

            await work();
            metrics.Handled(clock.GetElapsedTime(takenUp));
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
            if (running.AddOrUpdate(letter.Key, 0, (_, times) => times - 1) == 0)
            {
                running.TryRemove(KeyValuePair.Create(letter.Key, 0));
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "What came from Telegram could not be stored; it is tried again each second.")]
        public static partial void NotStored(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Debug, "Update {UpdateId} takes long and is finished alongside.")]
        public static partial void Parked(ILogger logger, long updateId);

        [LoggerMessage(LogLevel.Error, "Update {UpdateId} cannot be read ({Why}); it is passed over.")]
        public static partial void Unreadable(ILogger logger, long updateId, string why);
    }
}
