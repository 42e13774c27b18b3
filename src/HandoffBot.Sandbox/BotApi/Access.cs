using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Finds the chat of a call and says, in Telegram's words, why the bot may not go there.</summary>
internal static class Access
{
    public static ChatRoom ToWrite(BotCall call, Draft draft) => Check(call, draft, Find(call, draft), writes: true);

    /// <summary>An old group that moved may still be edited; it can't be written to any more.</summary>
    public static ChatRoom ToEdit(BotCall call, Draft draft) => Check(call, draft, Find(call, draft), writes: false);

    public static ChatRoom ToRead(BotCall call, Draft draft)
    {
        var chat = Find(call, draft);
        return chat is { Kind: ChatKind.Private } or { Username: not null } ? chat : Check(call, draft, chat, false);
    }

    /// <summary>The id, or 0 for a chat nobody knows; null when none was named.</summary>
    public static long? ChatId(WorldView view, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        return text[0] != '@'
            ? Parameters.ToLong(text)
            : view.Chats.Values.FirstOrDefault(chat =>
                chat.Kind is ChatKind.Supergroup or ChatKind.Channel
                && text[1..].Equals(chat.Username, StringComparison.OrdinalIgnoreCase)
            )?.Id
                ?? 0;
    }

    public static void MustSend(BotCall call, ChatRoom chat, Permissions what)
    {
        if (chat.Kind == ChatKind.Channel && !chat.Member(call.Bot.Id).May(AdminRights.PostMessages))
        {
            throw Refusal.BadRequest("need administrator rights in the channel chat");
        }

        if (chat.IsGroup && !chat.MaySend(call.Bot.Id, what))
        {
            var things = what == Permissions.Text ? "text messages" : what.ToString().ToLowerInvariant();
            throw Refusal.BadRequest($"not enough rights to send {things} to the chat");
        }
    }

    private static ChatRoom Find(BotCall call, Draft draft)
    {
        if (ChatId(draft.View, call.Parameters.Text("chat_id")) is not { } id)
        {
            throw Refusal.BadRequest("chat_id is empty");
        }

        if (draft.View.Bots.ContainsKey(id))
        {
            throw Refusal.Forbidden("the bot can't send messages to the bot");
        }

        return draft.View.Chats.GetValueOrDefault(id)
            ?? (
                draft.View.People.TryGetValue(id, out var person) && IsKnown(draft.View, call.Bot, id)
                    ? new ChatRoom(id, ChatKind.Private, person.FullName) { BotId = call.Bot.Id }
                    : throw Refusal.BadRequest("chat not found")
            );
    }

    /// <summary>A bot knows those it shares a chat with.</summary>
    private static bool IsKnown(WorldView view, BotAccount bot, long personId) =>
        view.Chats.Values.Any(chat => chat.Members.ContainsKey(personId) && chat.Members.ContainsKey(bot.Id));

    private static ChatRoom Check(BotCall call, Draft draft, ChatRoom chat, bool writes)
    {
        if (chat.Kind == ChatKind.Private)
        {
            return CheckPrivate(draft, chat);
        }

        if (writes && chat.MigratedTo is { } movedTo)
        {
            throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat")
            {
                MigrateToChatId = movedTo,
            };
        }

        if (chat.Deleted)
        {
            throw Refusal.Forbidden("the group chat was deleted");
        }

        var kind = chat.Kind.ToString().ToLowerInvariant();
        return chat.Member(call.Bot.Id).Status switch
        {
            MemberStatus.Kicked => throw Refusal.Forbidden($"bot was kicked from the {kind} chat"),
            MemberStatus.Left => throw Refusal.Forbidden($"bot is not a member of the {kind} chat"),
            _ => chat,
        };
    }

    private static ChatRoom CheckPrivate(Draft draft, ChatRoom chat)
    {
        if (draft.View.Person(chat.Id).Deactivated)
        {
            throw Refusal.Forbidden("user is deactivated");
        }

        if (chat.Blocked)
        {
            throw Refusal.Forbidden("bot was blocked by the user");
        }

        return chat.Started ? chat : throw Refusal.Forbidden("bot can't initiate conversation with a user");
    }
}
