using HandoffBot.Chat;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace HandoffBot.Telegram;

/// <summary>Reads what the bot may do from its membership. Each right is read by itself: a "restricted" bot may be a member or not.</summary>
internal static class Rights
{
    public static BotRights None { get; } = new(false, false, false, false, false);

    public static BotRights Of(ChatMember me, ChatType type) =>
        me switch
        {
            ChatMemberOwner => new(true, true, true, true, true),
            ChatMemberAdministrator admin when type == ChatType.Channel => new(
                true,
                true,
                admin.CanPostMessages,
                admin.CanEditMessages,
                admin.CanDeleteMessages
            ),
            ChatMemberAdministrator admin => new(true, true, true, admin.CanPinMessages, admin.CanDeleteMessages),
            ChatMemberRestricted { IsMember: true } some => new(
                true,
                false,
                some.CanSendMessages,
                some.CanPinMessages,
                false
            ),
            ChatMemberMember => new(true, false, type != ChatType.Channel, type == ChatType.Private, false),
            _ => None,
        };
}
