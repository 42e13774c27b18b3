using System.Text.Json.Nodes;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Opening a topic counts as a message.</summary>
internal sealed class CreateForumTopic : LimitedMethod
{
    private const int LongestName = 128;
    private const int DefaultColor = 0x6FB9F0;

    private static readonly int[] Colors = [DefaultColor, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F];

    protected override Answer Do(BotCall call, Draft draft)
    {
        var chat = Chat(call, draft);
        var name = call.Parameters.Text("name").Trim();
        if (name.Length == 0)
        {
            throw Refusal.BadRequest("name must be non-empty");
        }

        var color = call.Parameters.Has("icon_color") ? call.Parameters.Int("icon_color") : DefaultColor;
        if (!Colors.Contains(color))
        {
            throw Refusal.BadRequest("invalid icon color specified");
        }

        var cut = name.Length > LongestName ? name[..LongestName] : name;
        var topic = TelegramWorld.OpenTopic(draft, chat.Id, call.Bot.Id, cut, color);
        return new Answer(
            new JsonObject
            {
                ["message_thread_id"] = topic.Id,
                ["name"] = topic.Name,
                ["icon_color"] = topic.IconColor,
            }
        );
    }

    private static ChatRoom Chat(BotCall call, Draft draft)
    {
        var chat = Access.ToWrite(call, draft);
        if (!chat.IsForum)
        {
            throw Refusal.BadRequest("the chat is not a forum");
        }

        var bot = chat.Member(call.Bot.Id);
        var may = bot.IsAdmin ? bot.May(AdminRights.ManageTopics) : chat.MaySend(bot.UserId, Permissions.ManageTopics);
        return may ? chat : throw Refusal.BadRequest("not enough rights to create a topic");
    }
}
