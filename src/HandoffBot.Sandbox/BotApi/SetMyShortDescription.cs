using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class SetMyShortDescription : WorldMethod
{
    private const int Longest = 120;

    protected override Answer Do(BotCall call, Draft draft)
    {
        var text = call.Parameters.Text("short_description");
        if (text.Length > Longest)
        {
            throw Refusal.BadRequest("BOT_SHORT_DESCRIPTION_TOO_LONG");
        }

        var bot = draft.View.Bots[call.Bot.Id];
        var language = call.Parameters.Text("language_code");
        draft.Put(bot with { ShortDescriptions = bot.ShortDescriptions.SetItem(language, text) });
        return Answer.True;
    }
}
