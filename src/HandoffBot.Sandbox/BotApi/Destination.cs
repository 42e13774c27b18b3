using System.Text.Json;
using HandoffBot.Sandbox.BotApi.Json;
using HandoffBot.Sandbox.BotApi.Markup;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Where a new message goes: chat, topic and what it replies to, checked in Telegram's order.</summary>
internal sealed record Destination(ChatRoom Chat, int? ThreadId, int? ReplyTo)
{
    private const int General = 1;

    public static Destination Of(BotCall call, Draft draft, Permissions needs)
    {
        var chat = Access.ToWrite(call, draft);
        var thread = Thread(call, chat);
        var reply = Reply(call, chat);
        Access.MustSend(call, chat, needs);
        if (thread is { Closed: true } && !chat.Member(call.Bot.Id).IsAdmin)
        {
            throw Refusal.BadRequest("TOPIC_CLOSED");
        }

        return new Destination(chat, thread?.Id, reply);
    }

    /// <summary>Sends the drawn message there, with the keyboard of the call.</summary>
    public Message Send(BotCall call, Draft draft, Func<Message, Message> draw)
    {
        var markup = MarkupRules.Check(MarkupReader.Read(call.Parameters), Chat);
        var blank = new Message(Chat.Id, 0, default, AuthorOf(call.Bot))
        {
            ThreadId = ThreadId,
            ReplyTo = ReplyTo,
            Markup = markup,
            Silent = call.Parameters.Flag("disable_notification"),
            Protected = call.Parameters.Flag("protect_content"),
        };
        return draft.Say(draw(blank));
    }

    public Answer SendAndAnswer(BotCall call, Draft draft, Func<Message, Message> draw) =>
        Answered(draft, Send(call, draft, draw));

    private static Answer Answered(Draft draft, Message message) => new(MessageJson.Of(draft.View, message));

    private Author AuthorOf(BotAccount bot) =>
        Chat.Kind == ChatKind.Channel ? new Author(bot.Id, Chat.Id) : new Author(bot.Id);

    private static Topic? Thread(BotCall call, ChatRoom chat)
    {
        var id = call.Parameters.Int("message_thread_id");
        if (!chat.IsForum || id == 0)
        {
            return null;
        }

        return id != General && chat.Topics.TryGetValue(id, out var topic)
            ? topic
            : throw Refusal.BadRequest("message thread not found");
    }

    private static int? Reply(BotCall call, ChatRoom chat)
    {
        var given = call.Parameters.Json("reply_parameters", "can't parse reply parameters JSON object");
        var (id, forgiving) = given is { ValueKind: JsonValueKind.Object } reply
            ? (JsonRead.Int(reply, "message_id"), JsonRead.Flag(reply, "allow_sending_without_reply"))
            : (call.Parameters.Int("reply_to_message_id"), call.Parameters.Flag("allow_sending_without_reply"));
        if (id == 0)
        {
            return null;
        }

        if (chat.Messages.ContainsKey(id))
        {
            return id;
        }

        return forgiving ? null : throw Refusal.BadRequest("message to be replied not found");
    }
}
