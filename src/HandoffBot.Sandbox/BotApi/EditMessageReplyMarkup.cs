using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class EditMessageReplyMarkup : LimitedMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var (old, edited) = Editing.Find(call, draft);
        return Editing.Finish(draft, old, edited);
    }
}
