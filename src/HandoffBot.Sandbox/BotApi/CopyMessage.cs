using System.Text.Json.Nodes;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Says the same anew, without a link to the original and without its buttons; answers the id only.</summary>
internal sealed class CopyMessage : LimitedMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var destination = Destination.Of(call, draft, Permissions.Text);
        var original = Original(call, draft);
        var caption = call.Parameters.Has("caption") && original.HasMedia ? Texts.Caption(call, draft) : null;
        var copy = destination.Send(
            call,
            draft,
            message =>
                message with
                {
                    Text = caption?.Text ?? original.Text,
                    Entities = caption?.Entities ?? original.Entities,
                    Photo = original.Photo,
                    Document = original.Document,
                }
        );
        return new Answer(new JsonObject { ["message_id"] = copy.Id });
    }

    private static Message Original(BotCall call, Draft draft)
    {
        var fromId = Access.ChatId(draft.View, call.Parameters.Text("from_chat_id"));
        if (fromId is not { } from || !draft.View.Chats.ContainsKey(from))
        {
            throw Refusal.BadRequest("chat not found");
        }

        var original =
            draft.View.Message(from, call.Parameters.Int("message_id"))
            ?? throw Refusal.BadRequest("message to copy not found");
        return original.Service is null ? original : throw Refusal.BadRequest("message can't be copied");
    }
}
