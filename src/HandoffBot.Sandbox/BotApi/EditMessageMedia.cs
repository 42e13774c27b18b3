using System.Text.Json;
using HandoffBot.Sandbox.BotApi.Files;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Puts another file in place of the old one, or of a text.</summary>
internal sealed class EditMessageMedia : LimitedMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        if (
            call.Parameters.Json("media", "can't parse InputMedia JSON object")
            is not { ValueKind: JsonValueKind.Object } item
        )
        {
            throw Refusal.BadRequest("parameter \"media\" is required");
        }

        var media = Media.Read(call, draft, item, "can't parse InputMedia: type \"{0}\" is unknown");
        var (old, edited) = Editing.Find(call, draft);
        Texts.CheckCaption(media.Caption, isEdit: true);
        return Editing.Finish(draft, old, media.Into(edited));
    }
}
