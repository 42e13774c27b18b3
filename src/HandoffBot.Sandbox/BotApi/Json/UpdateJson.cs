using System.Text.Json.Nodes;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Json;

internal static class UpdateJson
{
    public static JsonObject Of(WorldView view, Update update) =>
        new()
        {
            ["update_id"] = update.Id,
            [update.Kind] = update.About switch
            {
                Message message => MessageJson.Of(view, message),
                PressNotice notice => Press(view, notice),
                MemberChange change => Member(view, change),
                _ => throw new InvalidOperationException($"No JSON for {update.About.GetType().Name}."),
            },
        };

    private static JsonObject Press(WorldView view, PressNotice notice)
    {
        var press = notice.Press;
        return new JsonObject
        {
            ["id"] = press.Id,
            ["from"] = UserJson.Of(view, press.PersonId),
            ["message"] = notice.Message is { } message
                ? MessageJson.Of(view, message)
                : MessageJson.Inaccessible(view, press.ChatId, press.MessageId),
            ["chat_instance"] = press.ChatId.ToString(CultureInfo.InvariantCulture),
            ["data"] = press.Data,
        };
    }

    private static JsonObject Member(WorldView view, MemberChange change)
    {
        var chat = view.Chat(change.ChatId);
        return new JsonObject
        {
            ["chat"] = ChatJson.Of(view, chat),
            ["from"] = UserJson.Of(view, change.ByUserId),
            ["date"] = change.At.ToUnixTimeSeconds(),
            ["old_chat_member"] = MemberJson.Of(view, chat, change.Old),
            ["new_chat_member"] = MemberJson.Of(view, chat, change.New),
        };
    }
}
