namespace HandoffBot.Chat;

/// <summary>Where a message goes: a chat, and the topic in it; thread 0 is no topic, or General.</summary>
internal readonly record struct ChatAddress(long ChatId, int ThreadId = 0)
{
    /// <summary>The private chat with a person has the person's own id.</summary>
    public static ChatAddress Private(long personId) => new(personId);

    public bool IsPrivate => ChatId > 0;

    public override string ToString() => FormattableString.Invariant($"{ChatId}/{ThreadId}");
}
