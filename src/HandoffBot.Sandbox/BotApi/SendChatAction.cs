using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class SendChatAction : WorldMethod
{
    private static readonly ImmutableHashSet<string> Actions =
    [
        .. "cancel typing upload_photo record_video upload_video record_voice upload_voice upload_document".Split(' '),
        .. "choose_sticker find_location record_video_note upload_video_note".Split(' '),
    ];

    protected override Answer Do(BotCall call, Draft draft)
    {
        if (!Actions.Contains(call.Parameters.Text("action").ToLowerInvariant()))
        {
            throw Refusal.BadRequest("wrong parameter action in request");
        }

        Access.MustSend(call, Access.ToWrite(call, draft), Permissions.Text);
        return Answer.True;
    }
}
