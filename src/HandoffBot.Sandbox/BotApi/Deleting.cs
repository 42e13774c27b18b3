using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Which messages a bot may delete: none that is over 48 hours old, administrator or not.</summary>
internal static class Deleting
{
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48);

    public static ChatRoom Chat(BotCall call, Draft draft) =>
        call.Parameters.Text("chat_id").Length > 0
            ? Access.ToWrite(call, draft)
            : throw Refusal.BadRequest("chat identifier is not specified");

    public static void Delete(BotCall call, Draft draft, ChatRoom chat, Message message)
    {
        if (draft.Now - message.At > Deletable || !MayDelete(chat, chat.Member(call.Bot.Id), message))
        {
            var forAll = chat.Kind is ChatKind.Private or ChatKind.Group ? " for everyone" : "";
            throw Refusal.BadRequest($"message can't be deleted{forAll}");
        }

        draft.Remove(chat.Id, message.Id);
    }

    private static bool MayDelete(ChatRoom chat, Member bot, Message message) =>
        chat.Kind == ChatKind.Private
        || bot.May(AdminRights.DeleteMessages)
        || (
            message.Author.UserId == bot.UserId && (chat.Kind != ChatKind.Channel || bot.May(AdminRights.PostMessages))
        );
}
