using HandoffBot.Chat;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramPlace = Telegram.Bot.Types.Chat;

namespace HandoffBot.Telegram;

/// <summary>Who and where, as Telegram names them.</summary>
internal static class People
{
    private const int LongestName = 128;
    private const int LongestTitle = 256;

    /// <summary>Stand-ins Telegram puts where nobody is to be named: an anonymous admin, somebody writing as a channel, a channel's own post.</summary>
    private static readonly long[] Nobody = [1087968824, 136817688, 777000];

    public static Sender SenderOf(User user) =>
        new(user.Id, NameOf(user), Filled(user.Username, 64), Filled(user.LanguageCode, 16), user.IsBot);

    public static Sender? PersonOrNobody(User? user) =>
        user is null || Nobody.Contains(user.Id) ? null : SenderOf(user);

    /// <summary>A message in the name of a chat, not of a person, says so by its sender chat.</summary>
    public static Sender? AuthorOf(Message message) => message.SenderChat is null ? PersonOrNobody(message.From) : null;

    /// <summary>In a group without topics a reply carries a thread number too; only a topic message is in a topic.</summary>
    public static Place PlaceOf(Message message) =>
        PlaceOf(message.Chat, message.IsTopicMessage ? message.MessageThreadId ?? 0 : 0);

    public static Place PlaceOf(TelegramPlace chat, int thread)
    {
        var kind = chat.Type switch
        {
            ChatType.Group => PlaceKind.Group,
            ChatType.Supergroup => PlaceKind.Supergroup,
            ChatType.Channel => PlaceKind.Channel,
            _ => PlaceKind.Private,
        };
        var title = Clean(chat.Title ?? $"{chat.FirstName} {chat.LastName}", LongestTitle);
        var isPublic = kind != PlaceKind.Private && !string.IsNullOrEmpty(chat.Username);
        return new(new ChatAddress(chat.Id, thread), kind, title, isPublic);
    }

    /// <summary>A deleted account has no name left.</summary>
    private static string NameOf(User user)
    {
        var name = Clean($"{user.FirstName} {user.LastName}", LongestName);
        return name.Length > 0 ? name : user.Username ?? user.Id.ToString(CultureInfo.InvariantCulture);
    }

    private static string? Filled(string? text, int longest) =>
        string.IsNullOrEmpty(text) ? null : CleanText.Of(text, longest);

    /// <summary>PostgreSQL refuses a NUL and an over-long text, and with it the whole update.</summary>
    private static string Clean(string text, int longest) => CleanText.Of(text.Trim(), longest).Trim();
}
