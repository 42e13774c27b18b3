namespace HandoffBot.Chat;

/// <summary>Why a chat takes no messages.</summary>
internal enum HeldReason
{
    /// <summary>A person who blocked the bot, never pressed Start, or whose account is gone.</summary>
    Unreachable,

    /// <summary>The bot was thrown out, left, or the chat was deleted.</summary>
    NotAMember,

    /// <summary>A right to write is missing.</summary>
    NoRight,

    /// <summary>The right to post in a channel is missing, which Telegram calls otherwise.</summary>
    NoRightInChannel,

    /// <summary>The topic is closed or gone.</summary>
    TopicLost,

    /// <summary>Telegram does not know the chat.</summary>
    NotFound,
}
