namespace HandoffBot.Chat;

/// <summary>One message that stands in a chat.</summary>
internal readonly record struct MessageRef(long ChatId, int MessageId);
