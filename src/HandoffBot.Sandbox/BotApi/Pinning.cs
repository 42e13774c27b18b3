using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>The right to pin: its own in groups, that of editing in channels, everybody's in private.</summary>
internal static class Pinning
{
    public static ChatRoom Chat(BotCall call, Draft draft)
    {
        var chat = Access.ToWrite(call, draft);
        var bot = chat.Member(call.Bot.Id);
        var may = chat.Kind switch
        {
            ChatKind.Private => true,
            ChatKind.Channel => bot.May(AdminRights.EditMessages),
            _ => bot.May(AdminRights.PinMessages)
                || (!bot.IsAdmin && chat.MaySend(bot.UserId, Permissions.PinMessages)),
        };
        return may ? chat : throw Refusal.BadRequest("not enough rights to manage pinned messages in the chat");
    }
}
