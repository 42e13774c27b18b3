using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

internal sealed class SendMessage : LimitedMethod
{
    protected override Answer Do(BotCall call, Draft draft)
    {
        var text = Texts.Text(call, draft);
        Markup.MarkupReader.Read(call.Parameters);
        var destination = Destination.Of(call, draft, Permissions.Text);
        Texts.CheckText(text, isEdit: false);
        return destination.SendAndAnswer(
            call,
            draft,
            message => message with { Text = text.Text, Entities = text.Entities }
        );
    }
}
