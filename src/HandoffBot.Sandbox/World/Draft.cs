namespace HandoffBot.Sandbox.World;

/// <summary>One change of the world in the making: either all of it happens or, when it throws, nothing.</summary>
internal sealed class Draft(WorldView view, DateTimeOffset now)
{
    private readonly List<Update> _updates = [];

    public WorldView View { get; private set; } = view;

    public DateTimeOffset Now { get; } = now;

    /// <summary>What bots are to be told once the change stands.</summary>
    public IReadOnlyList<Update> Updates => _updates;

    public void Put(ChatRoom chat) => View = View with { Chats = View.Chats.SetItem(chat.Id, chat) };

    public void Put(Person person) => View = View with { People = View.People.SetItem(person.Id, person) };

    public void Put(BotAccount bot) => View = View with { Bots = View.Bots.SetItem(bot.Id, bot) };

    public void Put(Press press) => View = View with { Presses = View.Presses.SetItem(press.Id, press) };

    /// <summary>Keeps a new press and lets go of the oldest when there are more than so many.</summary>
    public void Put(Press press, int number, int kept)
    {
        Put(press);
        View = View with { LastPress = number };
        if (View.Presses.Count >= kept * 2)
        {
            var oldest = View.Presses.Values.OrderBy(one => one.At).Take(kept).Select(one => one.Id);
            View = View with { Presses = View.Presses.RemoveRange(oldest.ToList()) };
        }
    }

    public void PutMember(long chatId, Member member)
    {
        var chat = View.Chat(chatId);
        Put(chat with { Members = chat.Members.SetItem(member.UserId, member) });
    }

    /// <summary>Gives the message its id and time, puts it into its chat and tells the bots that see it.</summary>
    public Message Say(Message message)
    {
        var chat = View.Chat(message.ChatId);
        var said = message with
        {
            Id = chat.LastMessageId + 1,
            At = Now,
            ThreadId = message.ThreadId ?? ThreadOf(chat, message.ReplyTo),
        };
        Put(chat with { LastMessageId = said.Id, Messages = chat.Messages.Add(said.Id, said) });
        var kind = chat.Kind == ChatKind.Channel ? UpdateKinds.ChannelPost : UpdateKinds.Message;
        TellThoseWhoSee(said, kind);
        return said;
    }

    /// <summary>Puts the edited message in place of the old one and tells the bots that see it.</summary>
    public Message Edit(Message message)
    {
        Replace(message);
        var isPost = View.Chat(message.ChatId).Kind == ChatKind.Channel;
        TellThoseWhoSee(message, isPost ? UpdateKinds.EditedChannelPost : UpdateKinds.EditedMessage);
        return message;
    }

    /// <summary>Puts the message in place of the old one and tells nobody.</summary>
    public void Replace(Message message)
    {
        var chat = View.Chat(message.ChatId);
        Put(chat with { Messages = chat.Messages.SetItem(message.Id, message) });
    }

    public void Remove(long chatId, int messageId)
    {
        var chat = View.Chat(chatId);
        Put(chat with { Messages = chat.Messages.Remove(messageId) });
    }

    /// <summary>Changes somebody's standing and tells the bot itself, or bots that are administrators.</summary>
    public void ChangeMember(long chatId, long byUserId, Member member)
    {
        var old = View.Chat(chatId).Member(member.UserId);
        PutMember(chatId, member);
        var change = new MemberChange(chatId, byUserId, Now, old, member);
        foreach (var bot in View.Bots.Values)
        {
            if (bot.Id == member.UserId)
            {
                Tell(bot.Id, UpdateKinds.MyChatMember, change);
            }
            else if (View.Chat(chatId).Member(bot.Id).IsAdmin)
            {
                Tell(bot.Id, UpdateKinds.ChatMember, change);
            }
        }
    }

    public void Tell(long botId, string kind, object about) => _updates.Add(new Update(0, botId, kind, about, Now));

    /// <summary>A reply stays in the topic of what it replies to.</summary>
    private static int? ThreadOf(ChatRoom chat, int? replyTo) =>
        chat.IsForum && replyTo is { } id ? chat.Messages.GetValueOrDefault(id)?.ThreadId : null;

    private void TellThoseWhoSee(Message message, string kind)
    {
        foreach (var bot in View.Bots.Values.Where(bot => Eyes.See(View, bot, message)))
        {
            Tell(bot.Id, kind, message);
        }
    }
}
