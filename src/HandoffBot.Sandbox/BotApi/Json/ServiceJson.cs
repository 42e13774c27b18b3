using System.Text.Json.Nodes;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Json;

internal static class ServiceJson
{
    public static JsonObject Add(JsonObject json, WorldView view, Message message, ServiceNote note) =>
        note.Kind switch
        {
            ServiceKind.GroupCreated => json.With("group_chat_created", true),
            ServiceKind.MembersJoined => json.With(
                "new_chat_members",
                new JsonArray([.. note.Users.Select(id => UserJson.Of(view, id))])
            ),
            ServiceKind.MemberLeft => json.With("left_chat_member", UserJson.Of(view, note.Users[0])),
            ServiceKind.MigratedTo => json.With("migrate_to_chat_id", note.ChatId),
            ServiceKind.MigratedFrom => json.With("migrate_from_chat_id", note.ChatId),
            ServiceKind.MessagePinned => json.With("pinned_message", Pinned(view, message.ChatId, note.MessageId)),
            ServiceKind.TopicCreated => json.With(
                "forum_topic_created",
                new JsonObject { ["name"] = note.Name, ["icon_color"] = 0x6FB9F0 }
            ),
            ServiceKind.TopicClosed => json.With("forum_topic_closed", new JsonObject()),
            ServiceKind.TopicReopened => json.With("forum_topic_reopened", new JsonObject()),
            _ => json.With("new_chat_title", note.Name),
        };

    private static JsonObject Pinned(WorldView view, long chatId, int messageId) =>
        view.Message(chatId, messageId) is { } pinned
            ? MessageJson.Of(view, pinned)
            : MessageJson.Inaccessible(view, chatId, messageId);
}
