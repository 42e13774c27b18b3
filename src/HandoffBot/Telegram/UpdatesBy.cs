namespace HandoffBot.Telegram;

/// <summary>How the bot hears of what happens in its chats.</summary>
internal enum UpdatesBy
{
    Polling,
    Webhook,
}
