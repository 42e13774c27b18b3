namespace HandoffBot.Sandbox.World;

/// <summary>A message as it stands now; an edit replaces the whole record.</summary>
internal sealed record Message(long ChatId, int Id, DateTimeOffset At, Author Author)
{
    /// <summary>Text, or the caption when there is a photo or a document.</summary>
    public string? Text { get; init; }

    public ImmutableArray<Entity> Entities { get; init; } = [];

    public StoredFile? Photo { get; init; }

    public StoredFile? Document { get; init; }

    public int? ReplyTo { get; init; }

    public int? ThreadId { get; init; }

    public ReplyMarkup? Markup { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public bool Pinned { get; init; }

    public bool Silent { get; init; }

    public bool Protected { get; init; }

    public bool Forwarded { get; init; }

    public string? AlbumId { get; init; }

    public ServiceNote? Service { get; init; }

    /// <summary>A shared contact: the phone number.</summary>
    public string? ContactPhone { get; init; }

    public ImmutableDictionary<long, string> Reactions { get; init; } = ImmutableDictionary<long, string>.Empty;

    public InlineKeyboard? Keyboard => Markup as InlineKeyboard;

    public IEnumerable<Button> Buttons => Keyboard?.Rows.SelectMany(row => row) ?? [];

    public bool HasMedia => Photo is not null || Document is not null;

    /// <summary>The message is that of the given person or bot itself, not of a chat.</summary>
    public bool IsFrom(long userId) => Author.UserId == userId && Author.SenderChatId is null;
}
