namespace HandoffBot.Sandbox.World;

internal sealed partial class TelegramWorld
{
    /// <summary>Somebody writes. To write to the bot in private, the chat's id is the person's own.</summary>
    /// <param name="replyTo">The message replied to.</param>
    /// <param name="threadId">The topic, in a forum.</param>
    /// <param name="botId">In private: the bot written to; the first one when left out.</param>
    public Message Say(
        long personId,
        long chatId,
        string text,
        int? replyTo = null,
        int? threadId = null,
        long? botId = null
    ) => Write(Draw(personId, chatId, text, replyTo) with { ThreadId = threadId }, botId);

    /// <summary>Presses Start: opens the private chat, unblocks, and says <c>/start</c> with the payload.</summary>
    public Message Start(long personId, string? payload = null, long? botId = null) =>
        Say(personId, personId, payload is null ? "/start" : $"/start {payload}", botId: botId);

    public Message SendPhoto(long personId, long chatId, byte[] bytes, string? caption = null, int? replyTo = null) =>
        Write(
            Draw(personId, chatId, caption, replyTo) with
            {
                Photo = Files.AddPhoto("photo.png", bytes, 800, 600),
            },
            null
        );

    public Message SendDocument(long personId, long chatId, string name, byte[] bytes, string? caption = null) =>
        Write(
            Draw(personId, chatId, caption, null) with
            {
                Document = Files.AddDocument(name, "application/octet-stream", bytes),
            },
            null
        );

    /// <summary>Gives the own phone number, as the button of a reply keyboard does.</summary>
    public Message ShareContact(long personId, string phone) =>
        Write(Draw(personId, personId, null, null) with { ContactPhone = phone }, null);

    /// <summary>An administrator writes as the group itself.</summary>
    public Message SayAnonymously(long chatId, string text, int? replyTo = null) =>
        Write(Draw(0, chatId, text, replyTo) with { Author = new Author(Author.GroupAnonymousBot, chatId) }, null);

    /// <summary>Somebody posts in a channel.</summary>
    public Message Post(long personId, long channelId, string text, string? signature = null) =>
        Write(
            Draw(personId, channelId, text, null) with
            {
                Author = new Author(null, channelId) { Signature = signature },
            },
            null
        );

    /// <summary>Somebody edits a message of their own.</summary>
    public Message EditOwn(long chatId, int messageId, string text) =>
        Change(draft =>
            draft.Edit(
                draft.View.Message(chatId, messageId)! with
                {
                    Text = text,
                    Entities = FoundEntities.In(text),
                    EditedAt = draft.Now,
                }
            )
        );

    /// <summary>A person deletes a message; the bot isn't told.</summary>
    public void Delete(long chatId, int messageId) => Change(draft => draft.Remove(chatId, messageId));

    private static Message Draw(long personId, long chatId, string? text, int? replyTo) =>
        new(chatId, 0, default, new Author(personId))
        {
            Text = text,
            Entities = text is null ? [] : FoundEntities.In(text),
            ReplyTo = replyTo,
        };

    private Message Write(Message message, long? botId) =>
        Change(draft =>
        {
            if (message.Author.UserId == message.ChatId)
            {
                OpenPrivate(draft, message.ChatId, botId);
            }

            return draft.Say(message);
        });

    private static void OpenPrivate(Draft draft, long personId, long? botId)
    {
        var chat = PrivateChat(draft, personId, botId);
        SetBlocked(draft, chat, false);
        draft.Put(draft.View.Chat(personId) with { Started = true });
    }

    private static ChatRoom PrivateChat(Draft draft, long personId, long? botId) =>
        draft.View.Chats.GetValueOrDefault(personId)
        ?? new ChatRoom(personId, ChatKind.Private, draft.View.Person(personId).FullName)
        {
            BotId = botId ?? draft.View.Bots.Keys.Min(),
        };
}
