using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class LeaveChat : WorldMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var chat = Access.ToEdit(call, draft);
        if (chat.Kind == ChatKind.Private)
        {
            throw Refusal.BadRequest("chat member status can't be changed in private chats");
        }

        draft.ChangeMember(chat.Id, call.Bot.Id, new Member(call.Bot.Id, MemberStatus.Left));
        return Answer.True;
    }
}
