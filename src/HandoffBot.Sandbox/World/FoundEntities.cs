using System.Text.RegularExpressions;

namespace HandoffBot.Sandbox.World;

/// <summary>The entities Telegram finds in any text by itself: commands, mentions, links, addresses, hashtags.</summary>
internal static partial class FoundEntities
{
    public static ImmutableArray<Entity> In(string text)
    {
        if (text.AsSpan().IndexOfAny("/@#.:") < 0)
        {
            return [];
        }

        var found = new List<Entity>();
        Add(found, "url", Url().Matches(text));
        Add(found, "email", Email().Matches(text));
        Add(found, "bot_command", Command().Matches(text));
        Add(found, "mention", Mention().Matches(text));
        Add(found, "hashtag", Hashtag().Matches(text));
        return [.. found.OrderBy(entity => entity.Offset)];
    }

    private static void Add(List<Entity> found, string type, MatchCollection matches)
    {
        foreach (Match match in matches)
        {
            if (!found.Any(e => match.Index < e.Offset + e.Length && e.Offset < match.Index + match.Length))
            {
                found.Add(new Entity(type, match.Index, match.Length));
            }
        }
    }

    [GeneratedRegex(
        @"(?<![\w/@])(?:https?://[^\s<>""]*[^\s<>""'.,;:!?)\]]|(?:t\.me|www\.[\w-]+\.\w+)(?:/[^\s<>""]*[^\s<>""'.,;:!?)\]])?)"
    )]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<![\w.])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<!\w)@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<!\w)#(?=\w*\p{L})\w{1,256}")]
    private static partial Regex Hashtag();
}
