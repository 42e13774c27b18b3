namespace HandoffBot.Sandbox.World;

internal sealed partial class TelegramWorld
{
    /// <summary>
    /// Turns a basic group into a supergroup: a new id, message ids from 1, a service message in each; the old one keeps
    /// its messages.
    /// </summary>
    public ChatRoom Upgrade(long groupId, long byPersonId)
    {
        var newId = -Interlocked.Increment(ref _lastSupergroupId);
        return Change(draft =>
        {
            var old = draft.View.Chat(groupId);
            var moved = new ServiceNote(ServiceKind.MigratedTo) { ChatId = newId };
            draft.Say(new Message(groupId, 0, draft.Now, new Author(byPersonId)) { Service = moved });
            draft.Put(draft.View.Chat(groupId) with { MigratedTo = newId });
            draft.Put(
                new ChatRoom(newId, ChatKind.Supergroup, old.Title)
                {
                    Members = old.Members,
                    Permissions = old.Permissions,
                    MigratedFrom = groupId,
                }
            );
            draft.Say(
                new Message(newId, 0, draft.Now, new Author(Author.GroupAnonymousBot, newId))
                {
                    Service = new ServiceNote(ServiceKind.MigratedFrom) { ChatId = groupId, Name = old.Title },
                }
            );
            return draft.View.Chat(newId);
        });
    }

    /// <summary>Opens a topic in a forum; the answer's id is its thread id.</summary>
    public Topic OpenTopic(long chatId, long byPersonId, string name) =>
        Change(draft => OpenTopic(draft, chatId, byPersonId, name, 0x6FB9F0));

    public void CloseTopic(long chatId, int topicId, long byPersonId) =>
        SetClosed(chatId, topicId, byPersonId, true, ServiceKind.TopicClosed);

    public void ReopenTopic(long chatId, int topicId, long byPersonId) =>
        SetClosed(chatId, topicId, byPersonId, false, ServiceKind.TopicReopened);

    /// <summary>Deletes a topic with all its messages.</summary>
    public void DeleteTopic(long chatId, int topicId) =>
        Change(draft =>
        {
            var chat = draft.View.Chat(chatId);
            var gone = chat.Messages.Values.Where(m => m.ThreadId == topicId || m.Id == topicId).Select(m => m.Id);
            draft.Put(
                chat with
                {
                    Topics = chat.Topics.Remove(topicId),
                    Messages = chat.Messages.RemoveRange(gone.ToList()),
                }
            );
        });

    public static Topic OpenTopic(Draft draft, long chatId, long byUserId, string name, int iconColor)
    {
        var note = new ServiceNote(ServiceKind.TopicCreated) { Name = name };
        var opening = draft.Say(new Message(chatId, 0, draft.Now, new Author(byUserId)) { Service = note });
        draft.Replace(opening with { ThreadId = opening.Id });
        var topic = new Topic(opening.Id, name, iconColor);
        var chat = draft.View.Chat(chatId);
        draft.Put(chat with { Topics = chat.Topics.Add(topic.Id, topic) });
        return topic;
    }

    /// <summary>Puts a reaction under a message, or takes it away; the bot isn't told.</summary>
    public void React(long personId, long chatId, int messageId, string? emoji) =>
        Change(draft =>
        {
            var message = draft.View.Message(chatId, messageId)!;
            draft.Replace(
                message with
                {
                    Reactions = emoji is null
                        ? message.Reactions.Remove(personId)
                        : message.Reactions.SetItem(personId, emoji),
                }
            );
        });

    private void SetClosed(long chatId, int topicId, long byPersonId, bool closed, ServiceKind kind) =>
        Change(draft =>
        {
            var chat = draft.View.Chat(chatId);
            draft.Put(
                chat with
                {
                    Topics = chat.Topics.SetItem(topicId, chat.Topics[topicId] with { Closed = closed }),
                }
            );
            draft.Say(
                new Message(chatId, 0, draft.Now, new Author(byPersonId))
                {
                    ThreadId = topicId,
                    Service = new ServiceNote(kind),
                }
            );
        });
}
