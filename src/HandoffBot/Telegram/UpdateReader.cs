using HandoffBot.Chat;
using Telegram.Bot.Types;
using TelegramPlace = Telegram.Bot.Types.Chat;

namespace HandoffBot.Telegram;

/// <summary>Reads what Telegram tells into what features hear.</summary>
internal static class UpdateReader
{
    private static readonly Place Nowhere = new(default, PlaceKind.Private, "");

    public static Incoming Read(Update update, BotIdentity me)
    {
        var key = new UpdateKey(me.Id, update.Id);
        return update switch
        {
            { CallbackQuery: { } press } => Pressed(key, press),
            { Message: { } message } => MessageReader.Read(key, message, edited: false, me),
            { EditedMessage: { } message } => MessageReader.Read(key, message, edited: true, me),
            { ChannelPost: { } post } => MessageReader.Read(key, post, edited: false, me),
            { MyChatMember: { } mine } => Placed(key, mine),
            { ChatMember: { } member } => Changed(key, member),
            _ => Nothing(key),
        };
    }

    public static Uninteresting Nothing(UpdateKey key) => new() { Key = key, Place = Nowhere };

    /// <summary>The message may be deleted or too old, then only its chat and number are known. A press names the person, even an anonymous admin.</summary>
    private static ButtonPressed Pressed(UpdateKey key, CallbackQuery press) =>
        new(press.Id, press.Message?.Id ?? 0, CallbackData.Read(press.Data))
        {
            Key = key,
            Place = press.Message is { } message
                ? People.PlaceOf(message)
                : new Place(ChatAddress.Private(press.From.Id), PlaceKind.Private, ""),
            From = People.SenderOf(press.From),
        };

    private static BotPlaced Placed(UpdateKey key, ChatMemberUpdated change) =>
        new(Rights.Of(change.NewChatMember, change.Chat.Type), change.OldChatMember.IsInChat)
        {
            Key = key,
            Place = PlaceOf(change.Chat),
            From = People.PersonOrNobody(change.From),
        };

    private static MemberChanged Changed(UpdateKey key, ChatMemberUpdated change) =>
        new(People.SenderOf(change.NewChatMember.User), change.NewChatMember.IsInChat)
        {
            Key = key,
            Place = PlaceOf(change.Chat),
            From = People.PersonOrNobody(change.From),
        };

    private static Place PlaceOf(TelegramPlace chat) => People.PlaceOf(chat, 0);
}
