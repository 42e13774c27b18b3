using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class SetMyDescription : WorldMethod
{
    private const int Longest = 512;

    protected override Answer Do(BotCall call, Draft draft)
    {
        var text = call.Parameters.Text("description");
        if (text.Length > Longest)
        {
            throw Refusal.BadRequest("BOT_DESCRIPTION_TOO_LONG");
        }

        var bot = draft.View.Bots[call.Bot.Id];
        var language = call.Parameters.Text("language_code");
        draft.Put(bot with { Descriptions = bot.Descriptions.SetItem(language, text) });
        return Answer.True;
    }
}
