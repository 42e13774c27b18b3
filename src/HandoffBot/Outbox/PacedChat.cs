using HandoffBot.Chat;
using HandoffBot.Leadership;

namespace HandoffBot.Outbox;

/// <summary>The chat, called no faster than Telegram's limits allow.</summary>
internal sealed class PacedChat(IChat chat, SendLimits limits, Leader leader, TimeProvider clock)
{
    /// <param name="term">Ends the wait; once called, the answer is waited for.</param>
    /// <exception cref="LeadershipLostException">Another process may speak by now; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The term ended before it could be sent.</exception>
    public async Task<SendOutcome> CallAsync(
        OutboxMessage row,
        Func<IChat, Task<SendOutcome>> call,
        CancellationToken term
    )
    {
        for (var wait = limits.Enter(row); wait > TimeSpan.Zero; wait = limits.Enter(row))
        {
            await Task.Delay(wait, clock, term);
        }

        var outcome = await CallNowAsync(row.ChatId, call);
        if (outcome is SendOutcome.Unanswered)
        {
            limits.Unanswered(row.ChatId);
        }

        return outcome;
    }

    private async Task<SendOutcome> CallNowAsync(long chatId, Func<IChat, Task<SendOutcome>> call)
    {
        try
        {
            return leader.IsHeld ? await call(chat) : throw new LeadershipLostException();
        }
        finally
        {
            limits.Arrived(chatId);
        }
    }
}
