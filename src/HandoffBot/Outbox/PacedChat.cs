using HandoffBot.Chat;
using HandoffBot.Leadership;

namespace HandoffBot.Outbox;

/// <summary>The chat, called no faster than Telegram's limits allow.</summary>
internal sealed class PacedChat(IChat chat, SendLimits limits, Leader leader, TimeProvider clock)
{
    /// <exception cref="LeadershipLostException">Another process may speak by now; nothing was sent.</exception>
    public async Task<SendOutcome> CallAsync(OutboxMessage row, Func<IChat, Task<SendOutcome>> call)
    {
        for (var wait = limits.Enter(row); wait > TimeSpan.Zero; wait = limits.Enter(row))
        {
            await Task.Delay(wait, clock, CancellationToken.None);
        }

        if (!leader.IsHeld)
        {
            throw new LeadershipLostException();
        }

        var outcome = await call(chat);
        limits.Arrived(row.ChatId);
        if (outcome is SendOutcome.Unanswered)
        {
            limits.Unanswered(row.ChatId);
        }

        return outcome;
    }
}
