using HandoffBot.Sandbox.Demo;
using HandoffBot.Sandbox.WebChat.Screens;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.WebChat;

/// <summary>The phones of one session, in the order they stand side by side.</summary>
internal sealed class PhoneBook(Session session)
{
    public const string Sales = "sales";
    public const string FirstRep = "rep1";
    public const string SecondRep = "rep2";
    public const string Manager = "manager";
    public const string Marketer = "marketer";
    public const string Channel = "channel";

    private readonly BubbleBook _bubbles = new(session);
    private readonly PageWords _words = PageWords.Of(session.Language);

    private Cast Cast => session.Cast;

    public IReadOnlyList<Phone> Draw(WorldView view, Desk desk) =>
        [
            Group(view, desk),
            Private(view, desk, FirstRep, Cast.Ivan),
            Private(view, desk, SecondRep, view.Person(desk.SecondRepId)),
            Private(view, desk, Manager, Cast.Olga),
            Private(view, desk, Marketer, Cast.Maria),
            OfChannel(view, desk),
        ];

    private Phone Group(WorldView view, Desk desk)
    {
        var chat = view.Chat(Cast.SalesChat);
        var who = view.Person(desk.ActingId);
        return Common(view, desk, new Phone(Sales, chat.Id, who.Id), chat) with
        {
            Title = chat.Title,
            Subtitle = _words.Say("Phone.Members", chat.Members.Values.Count(m => m.IsIn)),
            TabName = _words["Phone.Sales"],
            Placeholder = _words.Say("Phone.MessageFrom", who.FirstName),
            BotIsAbsent = !chat.Member(Cast.Bot.Id).IsIn,
        };
    }

    private Phone OfChannel(WorldView view, Desk desk)
    {
        var chat = view.Chat(Cast.Channel);
        return Common(view, desk, new Phone(Channel, chat.Id, Cast.Maria.Id), chat) with
        {
            Title = chat.Title,
            Subtitle = _words.Say("Phone.Subscribers", chat.Members.Values.Count(m => m.IsIn)),
            TabName = _words["Phone.Channel"],
            IsChannel = true,
            Placeholder = _words.Say("Phone.Post", Cast.Maria.FirstName),
            BotIsAbsent = !chat.Member(Cast.Bot.Id).IsIn,
            Offers = [],
        };
    }

    private Phone Private(WorldView view, Desk desk, string key, Person who)
    {
        var chat = view.Chats.GetValueOrDefault(who.Id) ?? new ChatRoom(who.Id, ChatKind.Private, who.FullName);
        var title = Cast.Texts.People.Values.First(p => p.Name == who.FirstName).Title;
        return Common(view, desk, new Phone(key, who.Id, who.Id), chat) with
        {
            Title = title,
            Subtitle = _words["Phone.Private"],
            TabName = who.FirstName,
            IsPrivate = true,
            NeedsStart = !chat.Started || chat.Blocked,
            StartPayload = who == Cast.Olga ? desk.StartPayload : null,
            Placeholder = _words["Phone.Message"],
        };
    }

    private Phone Common(WorldView view, Desk desk, Phone phone, ChatRoom chat)
    {
        var asked = Asked(chat, phone.ViewerId);
        var reply = desk.ReplyOf(phone.Key) is { } chosen ? view.Message(chat.Id, chosen) : asked;
        var today = TimeZoneInfo.ConvertTime(session.World.Clock.GetUtcNow(), Cast.Zone).DateTime;
        return phone with
        {
            Initials = InitialsOf(chat.Kind == ChatKind.Private ? view.NameOf(phone.ViewerId) : chat.Title),
            Tint = BubbleBook.TintOf(chat.Id),
            Bubbles = _bubbles.Of(view, chat),
            Pinned = chat.PinnedMessage is { } pinned ? BubbleBook.QuoteOf(view, pinned) : null,
            Today = DateOnly.FromDateTime(today),
            ReplyingTo = reply is null ? null : BubbleBook.QuoteOf(view, reply),
            Spinning = desk.Notices.Spinning(chat.Id, phone.ViewerId),
            Notices = desk.Notices.For(chat.Id),
            Offers = OffersOf(view, chat, phone.ViewerId),
            ReplyKeys = ReplyKeysOf(chat),
            LastMessageId = chat.LastMessageId,
        };
    }

    /// <summary>What the bot asked this person to reply to, as long as they wrote nothing since.</summary>
    private static Message? Asked(ChatRoom chat, long viewerId)
    {
        var last = chat.Messages.Values.Reverse().Take(12).TakeWhile(m => m.Author.UserId != viewerId);
        return last.FirstOrDefault(m => m.Markup is ForceReply);
    }

    private IReadOnlyList<Offer> OffersOf(WorldView view, ChatRoom chat, long viewerId) =>
        [
            .. CommandMenu
                .For(view.Bots[Cast.Bot.Id], chat, view.Person(viewerId))
                .Select(c => new Offer(c.Command, c.Description)),
        ];

    private static IReadOnlyList<IReadOnlyList<string>> ReplyKeysOf(ChatRoom chat) =>
        chat.Messages.Values.LastOrDefault(m => m.Markup is ReplyKeyboard or RemoveKeyboard)?.Markup
            is ReplyKeyboard keys
            ? [.. keys.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(k => k.Text)])]
            : [];

    private static string InitialsOf(string name) =>
        string.Concat(
            name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(w => char.IsLetter(w[0]))
                .Take(2)
                .Select(w => char.ToUpperInvariant(w[0]))
        );
}
