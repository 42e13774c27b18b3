namespace HandoffBot.Sandbox.Control;

/// <param name="Language">Of their apps.</param>
internal sealed record NewPeople(IReadOnlyList<string> Names, string? Language);

/// <summary>A supergroup with the bot as an administrator; the first of the members makes it.</summary>
internal sealed record NewGroup(string Title, IReadOnlyList<long> Members)
{
    internal sealed record Made(long Id);
}

/// <summary>Start is pressed in the private chat with the bot.</summary>
internal sealed record Beginning(long Person, string? Payload);

internal sealed record Saying(long Person, long Chat, string Text);

/// <summary>A file is sent in private.</summary>
internal sealed record Sending(long Person, string Name, byte[] Bytes);

/// <param name="Button">The text on it, or a part of that.</param>
internal sealed record Pressing(IReadOnlyList<long> People, long Chat, int Message, string Button);

/// <summary>As an old keyboard or a forged client does.</summary>
/// <param name="Wait">For the answers; otherwise none are told.</param>
internal sealed record DataPressing(IReadOnlyList<long> People, long Chat, int Message, string Data, bool Wait);

/// <summary>The last so many confirmed updates come again.</summary>
internal sealed record Repeating(int Count)
{
    internal sealed record Repeated(int Count);
}

internal sealed record AnsweredPress(
    long Person,
    string? Text,
    bool Alert,
    DateTimeOffset PressedAt,
    DateTimeOffset AnsweredAt
);
