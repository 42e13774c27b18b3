using HandoffBot.Sandbox.BotApi.Files;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class SendDocument : LimitedMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var document = FileReader.Document(call, call.Parameters.Text("document"));
        var media = new Media("document", document, Texts.Caption(call, draft));
        var destination = Destination.Of(call, draft, Permissions.Documents);
        Texts.CheckCaption(media.Caption, isEdit: false);
        return destination.SendAndAnswer(call, draft, media.Into);
    }
}
