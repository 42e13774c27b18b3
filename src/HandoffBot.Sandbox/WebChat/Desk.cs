using HandoffBot.Sandbox.Demo;
using HandoffBot.Sandbox.WebChat.Screens;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.WebChat;

/// <summary>One visitor's view of the sandbox: which phone is in front, as whom they act, what they reply to.</summary>
internal sealed class Desk(RunningSandbox sandbox) : IDisposable
{
    public const string SiteTab = "site";

    private readonly Dictionary<string, int> _replies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private Session? _drawn;
    private PhoneBook? _book;

    /// <summary>The visitor chose something; the world changes by its own event.</summary>
    public event Action? Changed;

    public RunningSandbox Sandbox => sandbox;

    public Session Session => sandbox.Session;

    public TelegramWorld World => sandbox.World;

    public Cast Cast => sandbox.Cast;

    public PageWords Words => PageWords.Of(Session.Language);

    /// <summary>The phone in front on a narrow screen.</summary>
    public string Tab
    {
        get;
        set
        {
            field = value;
            Changed?.Invoke();
        }
    } = PhoneBook.Sales;

    /// <summary>As whom one acts in the sales chat.</summary>
    public long ActingId
    {
        get;
        set
        {
            field = value;
            Changed?.Invoke();
        }
    }

    /// <summary>Whose phone the second rep's is.</summary>
    public long SecondRepId
    {
        get;
        set
        {
            field = value;
            Changed?.Invoke();
        }
    }

    public NoticeBoard Notices { get; } = new();

    public StoryTeller Stories { get; } = new();

    public string? StartPayload { get; private set; }

    /// <summary>All phones as they are now.</summary>
    public IReadOnlyList<Phone> Phones()
    {
        var session = Session;
        if (_drawn != session)
        {
            Begin(session);
        }

        var view = session.World.View;
        Notices.Look(view, session.World.Clock.GetUtcNow());
        var phones = _book!.Draw(view, this);
        foreach (var phone in phones.Where(p => p.Key == Tab || !_seen.ContainsKey(p.Key)))
        {
            _seen[phone.Key] = phone.LastMessageId;
        }

        return phones;
    }

    public int Unread(Phone phone) => phone.Bubbles.Count(b => b.IsBots && b.Id > _seen.GetValueOrDefault(phone.Key));

    public int? ReplyOf(string phoneKey) => _replies.TryGetValue(phoneKey, out var id) ? id : null;

    /// <summary>0: to nothing, not even to what the bot asked to be replied to.</summary>
    public void Reply(Phone phone, int messageId)
    {
        _replies[phone.Key] = messageId;
        Changed?.Invoke();
    }

    public void Dismiss(Notice notice)
    {
        Notices.Dismiss(notice);
        Changed?.Invoke();
    }

    public void Press(Phone phone, int messageId, string data) =>
        World.PressData(phone.ViewerId, phone.ChatId, messageId, data);

    public void Say(Phone phone, string text)
    {
        if (phone.IsChannel)
        {
            World.Post(phone.ViewerId, phone.ChatId, text);
            return;
        }

        World.Say(phone.ViewerId, phone.ChatId, text, phone.ReplyingTo?.MessageId);
        _replies.Remove(phone.Key);
    }

    public void Edit(Phone phone, int messageId, string text)
    {
        World.EditOwn(phone.ChatId, messageId, text);
        _replies.Remove(phone.Key);
    }

    /// <summary>Sends a command as Telegram's own menu does: with the bot's name in a group.</summary>
    public void Command(Phone phone, string command)
    {
        var bare = command.TrimStart('/');
        var addressed = phone.IsPrivate || bare.Contains('@', StringComparison.Ordinal);
        World.Say(phone.ViewerId, phone.ChatId, addressed ? $"/{bare}" : $"/{bare}@{Cast.Bot.Username}");
    }

    /// <summary>
    /// Somebody gives the bot a command from beside the phones; the phone comes to the front that shows the answer. Who never pressed
    /// Start has no private chat and writes in the sales chat.
    /// </summary>
    public void AskAs(string phoneKey, Person who, string command)
    {
        var isPrivate = World.View.Chats.GetValueOrDefault(who.Id) is { Started: true, Blocked: false };
        var (chat, text) = isPrivate
            ? (who.Id, $"/{command}")
            : (Cast.SalesChat, $"/{command.Insert(command.Split(' ')[0].Length, $"@{Cast.Bot.Username}")}");
        World.Say(who.Id, chat, text);
        Tab = isPrivate ? phoneKey : PhoneBook.Sales;
    }

    /// <summary>Sends a file as somebody's phone does.</summary>
    public void Attach(Phone phone, string name, byte[] bytes) =>
        World.SendDocument(phone.ViewerId, phone.ChatId, name, bytes);

    /// <summary>Whether somebody still has to become the admin.</summary>
    public async Task LookForSetupAsync(CancellationToken cancellationToken)
    {
        StartPayload = await SetupLook.PayloadAsync(Session.Services, cancellationToken);
        Changed?.Invoke();
    }

    public void Dispose() => Stories.Dispose();

    private void Begin(Session session)
    {
        (_drawn, _book) = (session, new PhoneBook(session));
        (ActingId, SecondRepId) = ((Cast.Find(ActingId) ?? Cast.Ivan).Id, (Cast.Find(SecondRepId) ?? Cast.Anna).Id);
        Stories.Stop();
        _replies.Clear();
        _seen.Clear();
        Notices.Clear(session.World.View);
    }
}
