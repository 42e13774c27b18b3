namespace HandoffBot.Sandbox.WebChat.Screens;

/// <summary>A message as a phone shows it.</summary>
public sealed record Bubble(int Id, long AuthorId, string Author, int Tint)
{
    public IReadOnlyList<Piece> Text { get; init; } = [];

    /// <summary>A line in the middle: somebody joined, something was pinned.</summary>
    public string? Service { get; init; }

    public string? PhotoUrl { get; init; }

    public string? FileUrl { get; init; }

    public string? FileName { get; init; }

    public Quote? Quote { get; init; }

    public IReadOnlyList<IReadOnlyList<Key>> Keys { get; init; } = [];

    /// <summary>Each with its count where there are several.</summary>
    public IReadOnlyList<string> Reactions { get; init; } = [];

    public DateOnly Day { get; init; }

    public string Time { get; init; } = "";

    public bool IsEdited { get; init; }

    public bool IsSilent { get; init; }

    /// <summary>Written by the bot or by a chat, not by a person.</summary>
    public bool IsBots { get; init; }
}
