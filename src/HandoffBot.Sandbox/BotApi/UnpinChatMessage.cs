using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Without a message id it is the latest pinned one.</summary>
internal sealed class UnpinChatMessage : WorldMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var chat = Pinning.Chat(call, draft);
        var id = call.Parameters.Int("message_id");
        var message = id == 0 ? chat.PinnedMessage : chat.Messages.GetValueOrDefault(id);
        if (message is not { Pinned: true })
        {
            throw Refusal.BadRequest("message to unpin not found");
        }

        draft.Replace(message with { Pinned = false });
        return Answer.True;
    }
}
