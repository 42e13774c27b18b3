namespace HandoffBot.Sandbox.World;

internal sealed partial class TelegramWorld
{
    /// <summary>The bot's id is what stands before the colon of its token.</summary>
    public BotAccount AddBot(string token, string firstName, string username, bool readsEverything = false)
    {
        var id = long.Parse(token[..token.IndexOf(':', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
        var bot = new BotAccount(id, token, firstName, username) { ReadsEverything = readsEverything };
        Change(draft => draft.Put(bot));
        return bot;
    }

    /// <summary>Gives the bot a new token; calls with the old one are unauthorized from now on.</summary>
    public void RevokeToken(long botId, string newToken) =>
        Change(draft => draft.Put(draft.View.Bots[botId] with { Token = newToken }));

    public Person AddPerson(
        string firstName,
        string? lastName = null,
        string? username = null,
        string? languageCode = null,
        long? id = null
    )
    {
        var person = new Person(id ?? Interlocked.Increment(ref _lastPersonId), firstName)
        {
            LastName = lastName,
            Username = username,
            LanguageCode = languageCode,
        };
        Change(draft => draft.Put(person));
        return person;
    }

    /// <summary>Changes a name, a username, a language; the id stays.</summary>
    public void Change(Person person) => Change(draft => draft.Put(person));

    /// <summary>Changes a title, a username, what members may do.</summary>
    public void Change(ChatRoom chat) => Change(draft => draft.Put(chat));

    public ChatRoom AddGroup(string title, long creatorId, params IEnumerable<long> memberIds) =>
        AddRoom(
            new ChatRoom(-Interlocked.Increment(ref _lastGroupId), ChatKind.Group, title),
            creatorId,
            memberIds,
            new ServiceNote(ServiceKind.GroupCreated) { Name = title }
        );

    public ChatRoom AddSupergroup(
        string title,
        long creatorId,
        IEnumerable<long>? memberIds = null,
        bool isForum = false,
        string? username = null
    ) =>
        AddRoom(
            new ChatRoom(-Interlocked.Increment(ref _lastSupergroupId), ChatKind.Supergroup, title)
            {
                IsForum = isForum,
                Username = username,
            },
            creatorId,
            memberIds ?? []
        );

    public ChatRoom AddChannel(
        string title,
        long creatorId,
        IEnumerable<long>? subscriberIds = null,
        string? username = null
    ) =>
        AddRoom(
            new ChatRoom(-Interlocked.Increment(ref _lastSupergroupId), ChatKind.Channel, title)
            {
                Username = username,
            },
            creatorId,
            subscriberIds ?? []
        );

    private ChatRoom AddRoom(ChatRoom room, long creatorId, IEnumerable<long> memberIds, ServiceNote? note = null)
    {
        var members = memberIds
            .Where(id => id != creatorId)
            .Select(id => new Member(id, MemberStatus.Member))
            .Append(new Member(creatorId, MemberStatus.Creator) { Rights = AdminRights.All });
        return Change(draft =>
        {
            draft.Put(room with { Members = members.ToImmutableDictionary(member => member.UserId) });
            if (note is not null)
            {
                draft.Say(new Message(room.Id, 0, draft.Now, new Author(creatorId)) { Service = note });
            }

            return draft.View.Chat(room.Id);
        });
    }
}
