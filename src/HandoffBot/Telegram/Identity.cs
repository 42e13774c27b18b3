using HandoffBot.Chat;
using Telegram.Bot.Types;

namespace HandoffBot.Telegram;

internal static class Identity
{
    public static BotIdentity Of(User me) => new(me.Id, me.Username ?? "", me.CanReadAllGroupMessages);
}
