using HandoffBot.Chat;

namespace HandoffBot.Outbox;

/// <summary>A message of the bot that stands in a chat: every copy of a card, every reminder and prompt.</summary>
internal sealed class SentMessage
{
    public required long ChatId { get; init; }

    public required int MessageId { get; init; }

    public int ThreadId { get; set; }

    public MessageRole Role { get; set; }

    /// <summary>The lead, promotion or dialogue it is about.</summary>
    public long About { get; set; }

    /// <summary>Of what stands there now; a redraw that would change nothing says nothing.</summary>
    public string? RenderedHash { get; set; }

    public long? OutboxSeq { get; set; }

    public DateTimeOffset SentAt { get; set; }

    /// <summary>It is gone, or cannot be changed any more.</summary>
    public bool IsGone { get; set; }

    public MessageRef Ref => new(ChatId, MessageId);
}

/// <summary>One of several leads a message tells of.</summary>
internal sealed class SentMessageLead
{
    public required long ChatId { get; init; }

    public required int MessageId { get; init; }

    public required long Lead { get; init; }
}

/// <summary>What a message of the bot is.</summary>
internal enum MessageRole
{
    Other,

    /// <summary>The card in the sales chat.</summary>
    Card,

    /// <summary>The contact and the next steps, in private.</summary>
    Contact,

    /// <summary>A card that stands further down anew; it only says so.</summary>
    Folded,

    Reminder,

    /// <summary>Asks a manager to do something about one lead.</summary>
    Notice,
    Prompt,
    Promotion,
    Picture,

    /// <summary>Stands for all leads that wait while there are too many for cards.</summary>
    Queue,

    /// <summary>Stands for the leads of a list that was handed over.</summary>
    List,

    /// <summary>Asks an admin of the group to confirm that they manage the team.</summary>
    Managing,
}
