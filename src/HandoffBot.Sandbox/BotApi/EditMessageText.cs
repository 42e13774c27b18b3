using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class EditMessageText : LimitedMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var text = Texts.Text(call, draft);
        var (old, edited) = Editing.Find(call, draft);
        if (old.HasMedia)
        {
            throw Refusal.BadRequest("there is no text in the message to edit");
        }

        Texts.CheckText(text, isEdit: true);
        return Editing.Finish(draft, old, edited with { Text = text.Text, Entities = text.Entities });
    }
}
