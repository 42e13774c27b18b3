namespace HandoffBot.Chat;

/// <summary>How Telegram answered a call, as the outbox needs to know it.</summary>
internal abstract record SendOutcome
{
    /// <summary>Done. A send has the new message's id, a picture its file id for the next time.</summary>
    internal sealed record Sent(int MessageId = 0, string? FileId = null) : SendOutcome;

    /// <summary>It already stood there so.</summary>
    internal sealed record Unchanged : SendOutcome;

    /// <summary>No call to this chat before that long: a floor, coming sooner makes it grow.</summary>
    internal sealed record RetryAfter(TimeSpan Wait) : SendOutcome;

    /// <summary>The group became a supergroup with this id.</summary>
    internal sealed record Moved(long ToChatId) : SendOutcome;

    /// <summary>The chat takes nothing until something changes there: thrown out, blocked, a right or a topic lost.</summary>
    internal sealed record Held(HeldReason Why, string Words) : SendOutcome;

    /// <summary>This message will never pass; the next one may.</summary>
    internal sealed record Refused(string Words) : SendOutcome;

    /// <summary>The message to be changed is gone, or cannot be changed any more.</summary>
    internal sealed record Gone : SendOutcome;

    /// <summary>No answer, or a broken one: the effect may have happened.</summary>
    internal sealed record Unanswered(string Words) : SendOutcome;

    /// <summary>The token is not accepted: nothing will pass before it is mended.</summary>
    internal sealed record Unauthorized : SendOutcome;
}
