using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class PinChatMessage : WorldMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var chat = Pinning.Chat(call, draft);
        var message =
            chat.Messages.GetValueOrDefault(call.Parameters.Int("message_id"))
            ?? throw Refusal.BadRequest("message to pin not found");
        if (message.Service is not null)
        {
            throw Refusal.BadRequest("a service message can't be pinned");
        }

        if (!message.Pinned)
        {
            draft.Replace(message with { Pinned = true });
            var note = new ServiceNote(ServiceKind.MessagePinned) { MessageId = message.Id };
            var author = chat.Kind == ChatKind.Channel ? new Author(call.Bot.Id, chat.Id) : new Author(call.Bot.Id);
            draft.Say(new Message(chat.Id, 0, draft.Now, author) { Service = note, ThreadId = message.ThreadId });
        }

        return Answer.True;
    }
}
