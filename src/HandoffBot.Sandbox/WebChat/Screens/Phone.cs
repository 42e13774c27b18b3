namespace HandoffBot.Sandbox.WebChat.Screens;

/// <summary>One chat as one person sees it. Two equal ones look the same.</summary>
public sealed record Phone(string Key, long ChatId, long ViewerId)
{
    public string Title { get; init; } = "";

    public string Subtitle { get; init; } = "";

    /// <summary>On the tab of a narrow screen.</summary>
    public string TabName { get; init; } = "";

    public string Initials { get; init; } = "";

    public int Tint { get; init; }

    public bool IsPrivate { get; init; }

    public bool IsChannel { get; init; }

    public IReadOnlyList<Bubble> Bubbles { get; init; } = [];

    public Quote? Pinned { get; init; }

    public DateOnly Today { get; init; }

    /// <summary>Never started, or blocked: there is only the Start button.</summary>
    public bool NeedsStart { get; init; }

    public string? StartPayload { get; init; }

    public bool BotIsAbsent { get; init; }

    public Quote? ReplyingTo { get; init; }

    public string Placeholder { get; init; } = "";

    /// <summary>Buttons pressed and not answered yet, each as <c>message:data</c>, in one string.</summary>
    public string Spinning { get; init; } = "";

    public IReadOnlyList<Notice> Notices { get; init; } = [];

    public IReadOnlyList<Offer> Offers { get; init; } = [];

    /// <summary>The texts of a reply keyboard, by rows.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ReplyKeys { get; init; } = [];

    public int LastMessageId { get; init; }
}
