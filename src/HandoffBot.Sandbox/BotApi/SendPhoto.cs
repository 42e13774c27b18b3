using HandoffBot.Sandbox.BotApi.Files;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class SendPhoto : LimitedMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var photo = FileReader.Photo(call, call.Parameters.Text("photo"));
        var media = new Media("photo", photo, Texts.Caption(call, draft));
        var destination = Destination.Of(call, draft, Permissions.Photos);
        Texts.CheckCaption(media.Caption, isEdit: false);
        return destination.SendAndAnswer(call, draft, media.Into);
    }
}
