namespace HandoffBot.Chat;

/// <summary>Something that happened in the messenger, told once or more often under the same <see cref="UpdateKey"/>.</summary>
internal abstract record Incoming
{
    public required UpdateKey Key { get; init; }

    public required Place Place { get; init; }

    /// <summary>Who did it; null for a post in a channel and an anonymous admin, who name nobody.</summary>
    public Sender? From { get; init; }
}

/// <summary>The messenger's own number of the thing that happened.</summary>
internal readonly record struct UpdateKey(long BotId, long UpdateId);

/// <summary>The chat something happened in.</summary>
internal sealed record Place(ChatAddress Address, PlaceKind Kind, string Title, bool IsPublic = false)
{
    public bool IsPrivate => Kind == PlaceKind.Private;
}

internal enum PlaceKind
{
    Private,
    Group,
    Supergroup,
    Channel,
}

/// <summary>A person as the messenger names them now; the id never changes.</summary>
internal sealed record Sender(long Id, string Name, string? Username, string? LanguageCode, bool IsBot = false);

/// <summary>A pressed button. An unreadable one has no <see cref="Press"/>.</summary>
internal sealed record ButtonPressed(string PressId, int MessageId, ButtonPress? Press) : Incoming;

/// <summary>A command, without slash and bot name, in lower case.</summary>
internal sealed record CommandGiven(string Name, string Argument, int MessageId, int? ReplyTo) : Incoming;

/// <summary>A text, or a medium with its caption; <paramref name="Edited"/>: an earlier one now reads so.</summary>
internal sealed record TextWritten(string Text, int MessageId, int? ReplyTo, bool Edited, string? FileId) : Incoming
{
    /// <summary>The document it came with; a picture or a voice is none.</summary>
    public SentDocument? Document { get; init; }
}

/// <summary>A file that somebody sent as such.</summary>
/// <param name="Name">As the sender's device calls it; "" where it has no name.</param>
/// <param name="Bytes">0 where the messenger does not tell.</param>
internal sealed record SentDocument(string Id, string Name, long Bytes);

/// <summary>The bot was added, removed, blocked, unblocked, or its rights changed.</summary>
internal sealed record BotPlaced(BotRights Rights, bool WasMember) : Incoming;

/// <summary>Somebody else came or left.</summary>
internal sealed record MemberChanged(Sender Who, bool IsMember) : Incoming;

/// <summary>The group became a supergroup: from now on it has the id <paramref name="ToChatId"/>.</summary>
internal sealed record ChatUpgraded(long FromChatId, long ToChatId) : Incoming;

/// <summary>Something of no interest here; it is only marked as seen.</summary>
internal sealed record Uninteresting : Incoming;
