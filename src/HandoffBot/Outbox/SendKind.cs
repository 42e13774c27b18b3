namespace HandoffBot.Outbox;

/// <summary>What a message is for, as far as it matters to when it may go.</summary>
internal enum SendKind
{
    /// <summary>Somebody waits for it: the answer to a command, a contact in private.</summary>
    Answer,

    /// <summary>A card shows that its lead was taken, or otherwise no longer waits.</summary>
    Turn,

    /// <summary>Anything that can wait for its even share of the minute: cards, reminders, digests.</summary>
    Card,
}
