using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Last steps on a text: spaces around it go, entities follow, links and commands are found.</summary>
internal static class TextTrim
{
    private static readonly ImmutableHashSet<string> Opaque = ["code", "pre", "text_link", "text_mention", "date_time"];

    public static FormattedText Finish(string raw, ImmutableArray<Entity> entities)
    {
        var text = raw.Trim();
        var cut = raw.Length - raw.TrimStart().Length;
        var moved = entities
            .Select(entity => Move(entity, cut, text.Length))
            .Where(entity => entity.Length > 0)
            .ToList();
        var found = FoundEntities.In(text).Where(f => !moved.Any(m => Opaque.Contains(m.Type) && Overlap(m, f)));
        return new FormattedText(
            text,
            [.. moved.Concat(found).OrderBy(e => e.Offset).ThenByDescending(e => e.Length).ThenBy(e => e.Type)]
        );
    }

    private static Entity Move(Entity entity, int cut, int length)
    {
        var start = Math.Clamp(entity.Offset - cut, 0, length);
        var end = Math.Clamp(entity.Offset + entity.Length - cut, 0, length);
        return entity with { Offset = start, Length = end - start };
    }

    private static bool Overlap(Entity one, Entity other) =>
        one.Offset < other.Offset + other.Length && other.Offset < one.Offset + one.Length;
}
