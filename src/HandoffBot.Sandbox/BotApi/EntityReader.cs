using System.Text.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Entities given by the caller instead of a parse mode; those outside the text are left out.</summary>
internal static class EntityReader
{
    public static ImmutableArray<Entity> Read(JsonElement? given, int textLength)
    {
        if (given is not { ValueKind: JsonValueKind.Array } list)
        {
            return [];
        }

        return
        [
            .. list.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.Object)
                .Select(item => Read(item))
                .Where(entity => entity.Offset >= 0 && entity.Length > 0)
                .Where(entity => entity.Offset + entity.Length <= textLength),
        ];
    }

    private static Entity Read(JsonElement item) =>
        new(JsonRead.Text(item, "type"), JsonRead.Int(item, "offset"), JsonRead.Int(item, "length"))
        {
            Url = JsonRead.TextOrNull(item, "url"),
            Language = JsonRead.TextOrNull(item, "language"),
            CustomEmojiId = JsonRead.TextOrNull(item, "custom_emoji_id"),
            UserId = item.TryGetProperty("user", out var user) ? JsonRead.Long(user, "id") : null,
        };
}
