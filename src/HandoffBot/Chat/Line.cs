using System.Diagnostics.CodeAnalysis;

namespace HandoffBot.Chat;

/// <summary>One line of a message.</summary>
internal sealed record Line(params IReadOnlyList<Span> Spans)
{
    public string PlainText => string.Concat(Spans.Select(s => s.Text));

    public static Line Bold(string text) => new(new Span(text, Bold: true));

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Line?(string? text) => text is null ? null : new Line(new Span(text));
}

/// <summary>A run of text; <paramref name="MentionOf"/> is a person's id, whom it notifies.</summary>
internal sealed record Span(string Text, bool Bold = false, long? MentionOf = null);
