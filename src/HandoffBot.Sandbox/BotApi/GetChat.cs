using HandoffBot.Sandbox.BotApi.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class GetChat : WorldMethod
{
    protected override Answer Do(BotCall call, Draft draft) =>
        new(ChatJson.Full(draft.View, Access.ToRead(call, draft)));
}
