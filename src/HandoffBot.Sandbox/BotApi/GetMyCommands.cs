using System.Text.Json.Nodes;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class GetMyCommands : WorldMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var commands = draft.View.Bots[call.Bot.Id].Commands.GetValueOrDefault(CommandScope.KeyOf(call, draft), []);
        return new Answer(
            new JsonArray([
                .. commands.Select(command => new JsonObject
                {
                    ["command"] = command.Command,
                    ["description"] = command.Description,
                }),
            ])
        );
    }
}
