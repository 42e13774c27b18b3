using HandoffBot.Chat;
using HandoffBot.Observability;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Telegram;

/// <summary>What a press goes on from: the trace of whatever put the message there.</summary>
internal sealed class PressTraces(IServiceScopeFactory scopes)
{
    /// <summary>The span in W3C form. Null when nobody watches, it is not known any more, or the rows cannot be read.</summary>
    public async Task<string?> CauseOfAsync(Incoming update, CancellationToken cancellationToken)
    {
        if (!Traces.AreWatched || update is not ButtonPressed pressed)
        {
            return null;
        }

        try
        {
            await using var services = scopes.CreateAsyncScope();
            var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
            var chat = pressed.Place.Address.ChatId;
            return await (
                from message in db.Messages
                where message.ChatId == chat && message.MessageId == pressed.MessageId
                join said in db.Outbox on message.OutboxSeq equals said.Seq
                select said.TraceParent
            ).SingleOrDefaultAsync(cancellationToken);
        }
        catch (Exception ex) when (StorageTrouble.Is(ex))
        {
            return null;
        }
    }
}
