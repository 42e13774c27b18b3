using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>The button beside the input field; private chats only, or the default one.</summary>
internal sealed class SetChatMenuButton : WorldMethod
{
    private static readonly string[] Types = ["default", "commands", "web_app"];

    protected override Answer Do(BotCall call, Draft draft)
    {
        var given = call.Parameters.Json("menu_button", "can't parse menu button JSON object");
        if (given is { } button && !Types.Contains(JsonRead.Text(button, "type")))
        {
            throw Refusal.BadRequest("can't parse menu button: unsupported type specified");
        }

        var chatId = call.Parameters.Long("chat_id");
        if (chatId != 0 && !draft.View.People.ContainsKey(chatId))
        {
            throw Refusal.BadRequest("user not found");
        }

        var bot = draft.View.Bots[call.Bot.Id];
        var json = given?.GetRawText() ?? "{\"type\":\"default\"}";
        draft.Put(bot with { MenuButtons = bot.MenuButtons.SetItem(chatId, json) });
        return Answer.True;
    }
}
