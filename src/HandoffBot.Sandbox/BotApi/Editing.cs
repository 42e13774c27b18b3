using HandoffBot.Sandbox.BotApi.Json;
using HandoffBot.Sandbox.BotApi.Markup;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>What all edits share: finding the message, whether it may be edited, and that something must change.</summary>
internal static class Editing
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current "
        + "content and reply markup of the message";

    /// <summary>The message as it stands, but already with the keyboard of the call.</summary>
    public static (Message Old, Message New) Find(BotCall call, Draft draft)
    {
        var markup = MarkupReader.Read(call.Parameters);
        var chat = Access.ToEdit(call, draft);
        var id = call.Parameters.Int("message_id");
        if (id == 0)
        {
            throw Refusal.BadRequest("message identifier is not specified");
        }

        var old = chat.Messages.GetValueOrDefault(id) ?? throw Refusal.BadRequest("message to edit not found");
        if (!MayEdit(call.Bot, chat, old))
        {
            throw Refusal.BadRequest("message can't be edited");
        }

        return (old, old with { Markup = MarkupRules.ForEdit(markup, chat) });
    }

    public static Answer Finish(Draft draft, Message old, Message edited)
    {
        var sameContent =
            old.Text == edited.Text
            && old.Entities.SequenceEqual(edited.Entities)
            && old.Photo?.UniqueId == edited.Photo?.UniqueId
            && old.Document?.UniqueId == edited.Document?.UniqueId;
        if (sameContent && old.Keyboard?.Json == edited.Keyboard?.Json)
        {
            throw Refusal.BadRequest(NotModified);
        }

        var finished = sameContent ? edited : edited with { EditedAt = draft.Now };
        draft.Replace(finished);
        return new Answer(MessageJson.Of(draft.View, finished));
    }

    private static bool MayEdit(BotAccount bot, ChatRoom chat, Message message)
    {
        var isOwn = message.Author.UserId == bot.Id;
        var mayEditPosts = chat.Kind == ChatKind.Channel && chat.Member(bot.Id).May(AdminRights.EditMessages);
        return (isOwn || mayEditPosts)
            && !message.Forwarded
            && message.Service is null
            && message.Markup is null or InlineKeyboard;
    }
}
