using System.Runtime.CompilerServices;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.WebChat.Screens;

/// <summary>Turns messages into bubbles, each state of a message once: what did not change is not drawn again.</summary>
internal sealed class BubbleBook(Session session)
{
    private const int Shown = 80;
    private const int Tints = 7;

    private readonly PageWords _words = PageWords.Of(session.Language);
    private readonly ConditionalWeakTable<Message, Bubble> _bubbles = [];
    private readonly ConditionalWeakTable<ChatRoom, IReadOnlyList<Bubble>> _rooms = [];

    public static int TintOf(long id) => (int)(Math.Abs(id) % Tints);

    /// <summary>The newest messages of a chat, oldest first.</summary>
    public IReadOnlyList<Bubble> Of(WorldView view, ChatRoom room)
    {
        if (_rooms.TryGetValue(room, out var known))
        {
            return known;
        }

        IReadOnlyList<Bubble> bubbles =
        [
            .. room.Messages.Values.Skip(Math.Max(0, room.Messages.Count - Shown)).Select(m => Of(view, m)),
        ];
        _rooms.AddOrUpdate(room, bubbles);
        return bubbles;
    }

    public static Quote QuoteOf(WorldView view, Message message) =>
        new(message.Id, AuthorOf(view, message), FirstLine(message));

    private Bubble Of(WorldView view, Message message) => _bubbles.GetValue(message, m => Draw(view, m));

    private Bubble Draw(WorldView view, Message message)
    {
        var at = TimeZoneInfo.ConvertTime(message.At, session.Cast.Zone);
        var author = message.Author.UserId ?? message.Author.SenderChatId ?? 0;
        return new Bubble(message.Id, author, AuthorOf(view, message), TintOf(author))
        {
            Text = message.Text is { } text ? Pieces.Of(text, message.Entities) : [],
            Service = message.Service is { } note ? ServiceLines.Of(view, message, note, _words) : null,
            PhotoUrl = message.Photo is { } photo ? $"/files/{photo.Id}?of={session.Number}" : null,
            FileUrl = message.Document is { } file ? $"/files/{file.Id}?of={session.Number}" : null,
            FileName = message.Document?.Name ?? message.ContactPhone,
            Quote =
                message.ReplyTo is { } id && view.Message(message.ChatId, id) is { } first
                    ? QuoteOf(view, first)
                    : null,
            Keys = KeysOf(message),
            Reactions = ReactionsOf(message),
            Day = DateOnly.FromDateTime(at.DateTime),
            Time = at.ToString("HH:mm", CultureInfo.InvariantCulture),
            IsEdited = message.EditedAt is not null,
            IsSilent = message.Silent,
            IsBots = view.Bots.ContainsKey(author) || message.Author.SenderChatId is not null,
        };
    }

    private static string AuthorOf(WorldView view, Message message) =>
        view.NameOf(message.Author.SenderChatId ?? message.Author.UserId ?? 0);

    private static string FirstLine(Message message)
    {
        var line = message.Text?.Split('\n', 2)[0] ?? "";
        return line.Length > 0 ? line
            : message.Photo is not null ? "🖼"
            : "📎";
    }

    private static IReadOnlyList<IReadOnlyList<Key>> KeysOf(Message message) =>
        [
            .. (message.Keyboard?.Rows ?? []).Select(row =>
                (IReadOnlyList<Key>)
                    [.. row.Select(b => new Key(b.Text, b.CallbackData, b.Url ?? b.WebAppUrl, b.CopyText, b.Style))]
            ),
        ];

    private static IReadOnlyList<string> ReactionsOf(Message message) =>
        [
            .. message
                .Reactions.Values.GroupBy(emoji => emoji)
                .Select(g =>
                    g.Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Count()}") : g.Key
                ),
        ];
}
