using System.Text.Json.Nodes;
using HandoffBot.Sandbox.BotApi.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Other bots are left out unless asked for.</summary>
internal sealed class GetChatAdministrators : WorldMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var chat = Access.ToRead(call, draft);
        if (chat.Kind == ChatKind.Private)
        {
            throw Refusal.BadRequest("there are no administrators in the private chat");
        }

        var withBots = call.Parameters.Flag("return_bots");
        var admins = chat
            .Members.Values.Where(member => member.IsAdmin)
            .Where(member => withBots || member.UserId == call.Bot.Id || !draft.View.Bots.ContainsKey(member.UserId))
            .OrderByDescending(member => member.Status)
            .ThenBy(member => member.UserId);
        return new Answer(new JsonArray([.. admins.Select(member => MemberJson.Of(draft.View, chat, member))]));
    }
}
