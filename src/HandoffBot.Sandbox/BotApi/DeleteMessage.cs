using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class DeleteMessage : WorldMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var chat = Deleting.Chat(call, draft);
        var id = call.Parameters.Int("message_id");
        if (id == 0)
        {
            throw Refusal.BadRequest("message identifier is not specified");
        }

        var message = chat.Messages.GetValueOrDefault(id) ?? throw Refusal.BadRequest("message to delete not found");
        Deleting.Delete(call, draft, chat, message);
        return Answer.True;
    }
}
