using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class DeleteMyCommands : WorldMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var bot = draft.View.Bots[call.Bot.Id];
        draft.Put(bot with { Commands = bot.Commands.Remove(CommandScope.KeyOf(call, draft)) });
        return Answer.True;
    }
}
