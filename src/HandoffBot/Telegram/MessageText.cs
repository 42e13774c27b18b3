using System.Text;
using HandoffBot.Chat;

namespace HandoffBot.Telegram;

/// <summary>Lines as Telegram takes them: HTML, and the same as plain text, cut at a line where they would be too long.</summary>
internal sealed record MessageText(string Html, string Plain)
{
    /// <summary>In UTF-16 units, counted after the tags are taken out.</summary>
    public const int MaxText = 4096;

    public const int MaxCaption = 1024;

    /// <summary>Of the raw text, tags included; Telegram takes 32,768.</summary>
    public const int MaxBytes = 32_000;

    private const char More = '…';

    public static MessageText Of(IReadOnlyList<Line> lines, int max)
    {
        var html = new StringBuilder();
        var plain = new StringBuilder();
        var bytes = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = new Line([.. lines[i].Spans.Select(s => s with { Text = CleanText.Of(s.Text) })]);
            var lineHtml = Tagged(line);
            bytes += Encoding.UTF8.GetByteCount(lineHtml) + 1;
            var room = max - plain.Length - (i == lines.Count - 1 ? 0 : 2);
            if (line.PlainText.Length + (i == 0 ? 0 : 1) > room || bytes > MaxBytes)
            {
                return i == 0
                    ? CutLine(line, max)
                    : new(html.Append('\n').Append(More).ToString(), plain.Append('\n').Append(More).ToString());
            }

            html.Append(i == 0 ? "" : "\n").Append(lineHtml);
            plain.Append(i == 0 ? "" : "\n").Append(line.PlainText);
        }

        return new(html.ToString(), plain.ToString());
    }

    /// <summary>One line that is too long by itself keeps its beginning, without mentions and bold: it is no card.</summary>
    private static MessageText CutLine(Line line, int max)
    {
        var text = CleanText.Cut(line.PlainText, max - 1) + More;
        return new(Escape(text), text);
    }

    private static string Tagged(Line line) => string.Concat(line.Spans.Where(s => s.Text.Length > 0).Select(Tagged));

    private static string Tagged(Span span)
    {
        var text = Escape(span.Text);
        text = span.MentionOf is { } person
            ? string.Create(CultureInfo.InvariantCulture, $"<a href=\"tg://user?id={person}\">{text}</a>")
            : text;
        return span.Bold ? $"<b>{text}</b>" : text;
    }

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
