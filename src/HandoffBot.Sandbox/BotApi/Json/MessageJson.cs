using System.Text.Json.Nodes;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Json;

internal static class MessageJson
{
    public static JsonObject Of(WorldView view, Message message) => Of(view, message, withReply: true);

    /// <summary>All that is left of a message that was deleted or is too old.</summary>
    public static JsonObject Inaccessible(WorldView view, long chatId, int messageId) =>
        new()
        {
            ["chat"] = ChatJson.Of(view, chatId),
            ["message_id"] = messageId,
            ["date"] = 0,
        };

    private static JsonObject Of(WorldView view, Message message, bool withReply)
    {
        var chat = view.Chat(message.ChatId);
        var json = new JsonObject { ["message_id"] = message.Id };
        AddAuthor(json, view, chat, message.Author);
        json["chat"] = ChatJson.Of(view, chat);
        json["date"] = message.At.ToUnixTimeSeconds();
        json.With("edit_date", message.EditedAt?.ToUnixTimeSeconds());
        AddThread(json, chat, message);
        if (withReply && message.ReplyTo is { } replyTo && view.Message(message.ChatId, replyTo) is { } replied)
        {
            json["reply_to_message"] = Of(view, replied, withReply: false);
        }

        json.With("media_group_id", message.AlbumId).WithFlag("has_protected_content", message.Protected);
        AddContent(json, view, message);
        return message.Service is { } note ? ServiceJson.Add(json, view, message, note) : AddKeyboard(json, message);
    }

    private static void AddAuthor(JsonObject json, WorldView view, ChatRoom chat, Author author)
    {
        if (chat.Kind != ChatKind.Channel && author.UserId is { } userId)
        {
            json["from"] = UserJson.Of(view, userId);
        }

        if (author.SenderChatId is { } chatId)
        {
            json["sender_chat"] = ChatJson.Of(view, chatId);
        }

        json.With("author_signature", author.Signature);
    }

    private static void AddThread(JsonObject json, ChatRoom chat, Message message)
    {
        if (chat.IsForum && message.ThreadId is { } thread)
        {
            json["message_thread_id"] = thread;
            json["is_topic_message"] = true;
        }
    }

    private static void AddContent(JsonObject json, WorldView view, Message message)
    {
        var entities = EntityJson.Of(view, message.Entities);
        if (message.HasMedia)
        {
            json.With("photo", message.Photo is { } photo ? FileJson.Photo(photo) : null)
                .With("document", message.Document is { } document ? FileJson.Document(document) : null)
                .With("caption", message.Text)
                .With("caption_entities", entities);
        }
        else
        {
            json.With("text", message.Text).With("entities", entities);
        }

        if (message.ContactPhone is { } phone && message.Author.UserId is { } id)
        {
            json["contact"] = new JsonObject
            {
                ["phone_number"] = phone,
                ["first_name"] = view.NameOf(id),
                ["user_id"] = id,
            };
        }
    }

    private static JsonObject AddKeyboard(JsonObject json, Message message) =>
        json.With("reply_markup", message.Keyboard is { } keyboard ? KeyboardJson(keyboard) : null);

    private static JsonObject KeyboardJson(InlineKeyboard keyboard) =>
        new()
        {
            ["inline_keyboard"] = new JsonArray([
                .. keyboard.Rows.Select(row => new JsonArray([.. row.Select(button => JsonNode.Parse(button.Json))])),
            ]),
        };
}
