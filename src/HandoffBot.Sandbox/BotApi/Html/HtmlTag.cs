using System.Text;

namespace HandoffBot.Sandbox.BotApi.Html;

/// <summary>A start tag with its attributes.</summary>
internal sealed record HtmlTag(string Name, ImmutableDictionary<string, string> Attributes)
{
    private static readonly HashSet<string> Known =
    [
        .. "a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote".Split(' '),
    ];

    /// <summary>Where its text begins.</summary>
    public int TextOffset { get; init; }

    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    public static HtmlTag Read(HtmlSource source, int begin)
    {
        var name = source.ReadName();
        if (source.AtEnd)
        {
            throw Unclosed(begin);
        }

        if (!Known.Contains(name))
        {
            throw HtmlParser.Wrong($"Unsupported start tag \"{name}\" at byte offset {begin}");
        }

        var attributes = ReadAttributes(source, name, begin);
        source.Skip();
        if (name == "span" && attributes.GetValueOrDefault("class") != "tg-spoiler")
        {
            throw HtmlParser.Wrong($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}");
        }

        return new HtmlTag(name, attributes);
    }

    private static ImmutableDictionary<string, string> ReadAttributes(HtmlSource source, string tag, int begin)
    {
        var attributes = ImmutableDictionary.CreateBuilder<string, string>();
        while (true)
        {
            source.SkipSpaces();
            if (source.Current == '>')
            {
                return attributes.ToImmutable();
            }

            var name = source.ReadWhile(c => c is not ('=' or '>') && !source.AtSpace).ToLowerInvariant();
            if (name.Length == 0)
            {
                throw source.AtEnd
                    ? Unclosed(begin)
                    : HtmlParser.Wrong($"Empty attribute name in the tag \"{tag}\" at byte offset {begin}");
            }

            source.SkipSpaces();
            attributes[name] = source.Current == '=' ? ReadValue(source, begin) : "";
        }
    }

    private static string ReadValue(HtmlSource source, int begin)
    {
        source.Skip();
        source.SkipSpaces();
        var value = source.Current is '"' or '\'' ? ReadQuoted(source) : ReadToken(source);
        return source.AtEnd ? throw Unclosed(begin) : value;
    }

    private static string ReadQuoted(HtmlSource source)
    {
        var quote = source.Current;
        var value = new StringBuilder();
        source.Skip();
        while (!source.AtEnd && source.Current != quote)
        {
            source.CopyCharacter(value);
        }

        source.Skip();
        return value.ToString();
    }

    private static string ReadToken(HtmlSource source)
    {
        var begin = source.Position;
        var value = source.ReadWhile(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-').ToLowerInvariant();
        return source.Current == '>' || source.AtSpace
            ? value
            : throw HtmlParser.Wrong($"Unexpected end of name token at byte offset {begin}");
    }

    private static Refusal Unclosed(int begin) => HtmlParser.Wrong($"Unclosed start tag at byte offset {begin}");
}
