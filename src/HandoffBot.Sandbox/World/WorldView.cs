namespace HandoffBot.Sandbox.World;

/// <summary>Everything as it stands at one moment; never changes, so it may be kept and compared.</summary>
internal sealed record WorldView
{
    public static WorldView Empty { get; } = new();

    public ImmutableDictionary<long, BotAccount> Bots { get; init; } = ImmutableDictionary<long, BotAccount>.Empty;

    public ImmutableDictionary<long, Person> People { get; init; } = ImmutableDictionary<long, Person>.Empty;

    public ImmutableDictionary<long, ChatRoom> Chats { get; init; } = ImmutableDictionary<long, ChatRoom>.Empty;

    public ImmutableDictionary<string, Press> Presses { get; init; } = ImmutableDictionary<string, Press>.Empty;

    public int LastPress { get; init; }

    public ChatRoom Chat(long chatId) =>
        Chats.GetValueOrDefault(chatId) ?? throw new ArgumentException($"There is no chat {chatId}.");

    public Person Person(long personId) =>
        People.GetValueOrDefault(personId) ?? throw new ArgumentException($"There is no person {personId}.");

    public Message? Message(long chatId, int messageId) =>
        Chats.GetValueOrDefault(chatId)?.Messages.GetValueOrDefault(messageId);

    /// <summary>Messages of a chat from the oldest to the newest; empty when there is no such chat.</summary>
    public IEnumerable<Message> Messages(long chatId) => Chats.GetValueOrDefault(chatId)?.Messages.Values ?? [];

    public BotAccount? BotByToken(string token) => Bots.Values.FirstOrDefault(bot => bot.Token == token);

    /// <summary>A name to show for whoever wrote a message.</summary>
    public string NameOf(long id) =>
        People.GetValueOrDefault(id)?.FullName
        ?? Bots.GetValueOrDefault(id)?.FirstName
        ?? Chats.GetValueOrDefault(id)?.Title
        ?? "";
}
