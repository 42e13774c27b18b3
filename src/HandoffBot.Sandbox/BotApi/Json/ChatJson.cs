using System.Text.Json.Nodes;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Json;

internal static class ChatJson
{
    public static JsonObject Of(WorldView view, long chatId) => Of(view, view.Chat(chatId));

    public static JsonObject Of(WorldView view, ChatRoom chat)
    {
        var json = new JsonObject { ["id"] = chat.Id };
        if (chat.Kind != ChatKind.Private)
        {
            return json.With("title", chat.Title)
                .With("username", chat.Username)
                .WithFlag("is_forum", chat.IsForum)
                .With("type", chat.Kind.Snake());
        }

        var person = view.Person(chat.Id);
        return json.With("first_name", person.FirstName)
            .With("last_name", person.LastName)
            .With("username", person.Username)
            .With("type", "private");
    }

    /// <summary>The long form that getChat answers.</summary>
    public static JsonObject Full(WorldView view, ChatRoom chat)
    {
        var json = Of(view, chat)
            .With("accent_color_id", 3)
            .With("max_reaction_count", 11)
            .With("accepted_gift_types", Gifts())
            .With("active_usernames", chat.Username is { } name ? new JsonArray(name) : null);
        if (chat.IsGroup)
        {
            json["permissions"] = MemberJson.Permissions(chat.Permissions);
        }

        return chat.PinnedMessage is { } pinned ? json.With("pinned_message", MessageJson.Of(view, pinned)) : json;
    }

    private static JsonObject Gifts() =>
        new()
        {
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = false,
        };
}
