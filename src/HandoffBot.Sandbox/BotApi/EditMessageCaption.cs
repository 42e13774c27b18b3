using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class EditMessageCaption : LimitedMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var caption = Texts.Caption(call, draft);
        var (old, edited) = Editing.Find(call, draft);
        if (!old.HasMedia)
        {
            throw Refusal.BadRequest("there is no caption in the message to edit");
        }

        Texts.CheckCaption(caption, isEdit: true);
        return Editing.Finish(
            draft,
            old,
            edited with
            {
                Text = caption.Text.Length == 0 ? null : caption.Text,
                Entities = caption.Entities,
            }
        );
    }
}
