using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Html;

/// <summary>What a closed tag makes of its text; null when it makes nothing of it.</summary>
internal static class HtmlEntity
{
    public static Entity? Of(HtmlTag tag, string inner, WorldView view) =>
        tag.Name switch
        {
            "b" or "strong" => Plain(tag, inner, "bold"),
            "i" or "em" => Plain(tag, inner, "italic"),
            "u" or "ins" => Plain(tag, inner, "underline"),
            "s" or "strike" or "del" => Plain(tag, inner, "strikethrough"),
            "tg-spoiler" or "span" => Plain(tag, inner, "spoiler"),
            "blockquote" => Plain(
                tag,
                inner,
                tag.Attribute("expandable") is null ? "blockquote" : "expandable_blockquote"
            ),
            "pre" => Plain(tag, inner, "pre"),
            "code" => Plain(tag, inner, "code") with { Language = Language(tag) },
            "tg-emoji" => Plain(tag, inner, "custom_emoji") with { CustomEmojiId = tag.Attribute("emoji-id") },
            "tg-time" => Plain(tag, inner, "date_time") with
            {
                UnixTime = Parameters.ToLong(tag.Attribute("unix") ?? ""),
                TimeFormat = tag.Attribute("format"),
            },
            _ => Link(tag, inner, view),
        };

    private static Entity Plain(HtmlTag tag, string inner, string type) => new(type, tag.TextOffset, inner.Length);

    private static string? Language(HtmlTag tag) =>
        tag.Attribute("class") is { } name && name.StartsWith("language-", StringComparison.Ordinal)
            ? name["language-".Length..]
            : null;

    private static Entity? Link(HtmlTag tag, string inner, WorldView view)
    {
        const string mention = "tg://user?id=";
        var address = tag.Attribute("href") ?? inner;
        if (address.StartsWith(mention, StringComparison.OrdinalIgnoreCase))
        {
            var id = Parameters.ToLong(address[mention.Length..]);
            return view.People.ContainsKey(id) ? Plain(tag, inner, "text_mention") with { UserId = id } : null;
        }

        return Links.Wrong(address) is null ? Plain(tag, inner, "text_link") with { Url = Links.Whole(address) } : null;
    }
}
