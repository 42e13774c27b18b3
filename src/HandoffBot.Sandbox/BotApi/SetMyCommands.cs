using System.Text.Json;
using System.Text.RegularExpressions;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed partial class SetMyCommands : WorldMethod
{
    private const int MostCommands = 100;
    private const int LongestName = 32;
    private const int LongestDescription = 256;

    protected override Answer Do(BotCall call, Draft draft)
    {
        var given = call.Parameters.Json("commands", "can't parse commands JSON object");
        if (given is not { ValueKind: JsonValueKind.Array } list)
        {
            throw Refusal.BadRequest("parameter \"commands\" is required");
        }

        if (list.GetArrayLength() > MostCommands)
        {
            throw Refusal.BadRequest("BOT_COMMANDS_TOO_MUCH");
        }

        var commands = list.EnumerateArray().Select(Read).ToImmutableArray();
        var bot = draft.View.Bots[call.Bot.Id];
        draft.Put(bot with { Commands = bot.Commands.SetItem(CommandScope.KeyOf(call, draft), commands) });
        return Answer.True;
    }

    private static BotCommand Read(JsonElement item)
    {
        var name = JsonRead.Text(item, "command").TrimStart('/').Trim();
        var description = JsonRead.Text(item, "description").Trim();
        var wrong = (name.Length, description.Length) switch
        {
            (0, _) => "command must be non-empty",
            (> LongestName, _) => "command length must not exceed 32",
            (_, 0) => "command description must be non-empty",
            (_, > LongestDescription) => "command description length must not exceed 256",
            _ => Name().IsMatch(name) ? null : "BOT_COMMAND_INVALID",
        };
        return wrong is null ? new BotCommand(name, description) : throw Refusal.BadRequest(wrong);
    }

    [GeneratedRegex("^[a-z0-9_]+$")]
    private static partial Regex Name();
}
