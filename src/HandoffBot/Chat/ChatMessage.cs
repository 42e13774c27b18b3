using System.Security.Cryptography;
using System.Text;

namespace HandoffBot.Chat;

/// <summary>What a feature says, in nobody's protocol: lines, buttons, perhaps a picture.</summary>
internal sealed record ChatMessage
{
    public required IReadOnlyList<Line> Lines { get; init; }

    public IReadOnlyList<IReadOnlyList<Button>> Keyboard { get; init; } = [];

    public Picture? Picture { get; init; }

    /// <summary>The message of the same chat that this one answers; a missing one is no obstacle.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>Arrives without a sound.</summary>
    public bool Silent { get; init; }

    /// <summary>Opens the reply field of the reader, with this placeholder; excludes buttons.</summary>
    public string? AskReply { get; init; }

    /// <summary>The lines given, those that are null left out.</summary>
    public static ChatMessage Of(params Line?[] lines) => new() { Lines = [.. lines.OfType<Line>()] };

    public ChatMessage With(params IReadOnlyList<Button>[] rows) => this with { Keyboard = rows };

    public string PlainText => string.Join('\n', Lines.Select(l => l.PlainText));

    /// <summary>Equal for two messages that would look the same where they stand.</summary>
    public string Hash()
    {
        var look = new StringBuilder();
        foreach (var span in Lines.SelectMany(l => l.Spans.Append(new Span("\n"))))
        {
            look.Append(span.Text)
                .Append('\u0001')
                .Append(span.Bold ? 'b' : ' ')
                .Append(span.MentionOf)
                .Append('\u0001');
        }

        foreach (var button in Keyboard.SelectMany(row => row.Cast<object>().Append('\n')))
        {
            look.Append(button).Append('\u0002');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(look.ToString())))[..16];
    }
}
