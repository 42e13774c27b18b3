namespace HandoffBot.Outbox;

/// <summary>Where an outgoing message stands.</summary>
internal enum OutboxState
{
    Pending,
    Sending,
    Sent,

    /// <summary>Its chat takes nothing for now; it waits for the chat's return.</summary>
    Held,

    /// <summary>It will never pass, with the reason.</summary>
    Ended,
}

/// <summary>What goes first when there is not room for all.</summary>
internal enum OutboxPriority
{
    Answer = 0,
    Private = 10,
    Turn = 20,
    Alarm = 25,
    Card = 30,
    Refresh = 40,
    Digest = 50,
}
