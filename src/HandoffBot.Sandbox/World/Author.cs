namespace HandoffBot.Sandbox.World;

/// <summary>Who a message is from: a person or bot, a chat that speaks for itself, or both.</summary>
internal sealed record Author(long? UserId, long? SenderChatId = null)
{
    public const long GroupAnonymousBot = 1087968824;

    public const long ChannelBot = 136817688;

    public string? Signature { get; init; }
}
