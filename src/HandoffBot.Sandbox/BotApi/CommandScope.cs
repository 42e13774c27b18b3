using System.Text.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>The list of commands a call is about: scope and language.</summary>
internal static class CommandScope
{
    private static readonly string[] Plain =
    [
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
    ];

    public static string KeyOf(BotCall call, Draft draft)
    {
        var given = call.Parameters.Json("scope", "can't parse BotCommandScope JSON object");
        var language = call.Parameters.Text("language_code");
        if (language.Length is not (0 or 2))
        {
            throw Refusal.BadRequest("invalid language code specified");
        }

        return $"{Scope(given, draft)}|{language}";
    }

    private static string Scope(JsonElement? given, Draft draft)
    {
        if (given is not { } scope)
        {
            return "default";
        }

        var type = JsonRead.Text(scope, "type");
        if (Plain.Contains(type))
        {
            return type;
        }

        if (type is not ("chat" or "chat_administrators" or "chat_member"))
        {
            throw Refusal.BadRequest("can't parse BotCommandScope: unsupported type specified");
        }

        var chatId = Access.ChatId(draft.View, JsonRead.Text(scope, "chat_id"));
        if (chatId is not { } id || !(draft.View.Chats.ContainsKey(id) || draft.View.People.ContainsKey(id)))
        {
            throw Refusal.BadRequest("chat not found");
        }

        return type == "chat_member" ? $"{type}:{id}:{JsonRead.Long(scope, "user_id")}" : $"{type}:{id}";
    }
}
