using HandoffBot.Sandbox.BotApi.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Anybody known who isn't in the chat has left it; only a stranger is an error.</summary>
internal sealed class GetChatMember : WorldMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var userId = call.Parameters.Long("user_id");
        if (userId <= 0)
        {
            throw Refusal.BadRequest("invalid user_id specified");
        }

        var chat = Access.ToRead(call, draft);
        if (!draft.View.People.ContainsKey(userId) && !draft.View.Bots.ContainsKey(userId))
        {
            throw Refusal.BadRequest("member not found");
        }

        var isOfPrivate = chat.Kind == ChatKind.Private && (userId == chat.Id || userId == call.Bot.Id);
        var member = isOfPrivate ? new Member(userId, MemberStatus.Member) : chat.Member(userId);
        return new Answer(MemberJson.Of(draft.View, chat, member));
    }
}
