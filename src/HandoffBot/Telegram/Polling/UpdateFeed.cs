using HandoffBot.Chat;
using HandoffBot.Leadership;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace HandoffBot.Telegram.Polling;

/// <summary>Asks Telegram what happened. Asking also confirms all before the offset, so that moves only over what is done.</summary>
internal sealed class UpdateFeed(
    TelegramClients clients,
    IOptions<TelegramOptions> options,
    Leader leader,
    TimeProvider clock,
    ILogger<UpdateFeed> logger
)
{
    /// <summary>After a week of silence Telegram begins its numbers anew, anywhere: an old offset would hide them.</summary>
    private static readonly TimeSpan NumbersLast = TimeSpan.FromDays(6);

    private int offset;
    private long lastUpdateAt = clock.GetTimestamp();

    /// <summary>A leader that was paused does not ask on waking: that would cut off the poll of its successor.</summary>
    public bool MayAsk => leader.IsHeld;

    /// <summary>Null before the token was found good, and again after it was refused.</summary>
    public BotIdentity? Me { get; private set; }

    /// <summary>Listens for as long as this process is the one that speaks: of two pollers each would cut the other off.</summary>
    public Task WhileLeadingAsync(Func<CancellationToken, Task> listen, CancellationToken stoppingToken) =>
        leader.WhileHeldAsync(listen, logger, stoppingToken);

    public async Task<BotIdentity> ConnectAsync(CancellationToken cancellationToken)
    {
        var me = Identity.Of(await clients.Polling.GetMe(cancellationToken));
        await clients.Polling.DeleteWebhook(dropPendingUpdates: false, cancellationToken);
        return Me = me;
    }

    public void Disconnect() => Me = null;

    public async Task<IReadOnlyList<Letter>> NextAsync(CancellationToken cancellationToken)
    {
        if (clock.GetElapsedTime(lastUpdateAt) > NumbersLast)
        {
            offset = 0;
        }

        var me = Me ?? throw new InvalidOperationException("Not connected.");
        var request = new RawUpdatesRequest { Offset = offset, Timeout = (int)options.Value.PollTimeout.TotalSeconds };
        var raw = await clients.Polling.SendRequest(request, cancellationToken);
        return [.. raw.Select(update => Letter.Open(update, me)).OrderBy(letter => letter.Incoming.Key.UpdateId)];
    }

    /// <summary>All of these are done, kept as failed or stored: they need not come again.</summary>
    public void Confirm(IReadOnlyList<Letter> letters)
    {
        foreach (var letter in letters)
        {
            // One old number must not send the offset back.
            offset = Math.Max(offset, (int)letter.Incoming.Key.UpdateId + 1);
            lastUpdateAt = clock.GetTimestamp();
        }
    }
}
