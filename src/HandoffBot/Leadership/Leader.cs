namespace HandoffBot.Leadership;

/// <summary>
/// Which process speaks: of all that share one database exactly one sends, sweeps and polls. The others take leads, and take over
/// when it dies.
/// </summary>
internal abstract partial class Leader
{
    /// <summary>Whether this process may call Telegram now; asked right before each message.</summary>
    public abstract bool IsHeld { get; }

    /// <summary>Whether it is time for reminders and the like: who takes over says first what waits already.</summary>
    public virtual bool MaySweep => IsHeld;

    /// <summary>Why this process leads, follows, or cannot find out, in words.</summary>
    public abstract string Words { get; }

    /// <summary>Waits until this process leads. The token ends with that; who is stopped before it watches their own besides.</summary>
    public abstract Task<CancellationToken> TermAsync(CancellationToken stoppingToken);

    /// <summary>Does something for as long as this process leads, again each time it leads anew.</summary>
    public async Task WhileHeldAsync(
        Func<CancellationToken, Task> lead,
        ILogger logger,
        CancellationToken stoppingToken
    )
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using var term = await OwnTermAsync(stoppingToken);
            try
            {
                await lead(term.Token);
            }
            catch (Exception ex) when (term.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
            {
                // Another process leads now, or none does yet. What ended the term, such as a server that stopped, may have
                // failed what was under way as well: it was told where the term ended, and must not end the bot.
                Log.TermOver(logger, ex);
            }
        }
    }

    /// <summary>Waits until this process leads; ends with that, or when whoever asks is stopped, which comes first when the bot is.</summary>
    public async Task<CancellationTokenSource> OwnTermAsync(CancellationToken stoppingToken) =>
        CancellationTokenSource.CreateLinkedTokenSource(await TermAsync(stoppingToken), stoppingToken);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "This process does not lead any more; what was under way ended with that.")]
        public static partial void TermOver(ILogger logger, Exception exception);
    }
}
