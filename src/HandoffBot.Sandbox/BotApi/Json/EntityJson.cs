using System.Text.Json.Nodes;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Json;

internal static class EntityJson
{
    public static JsonArray? Of(WorldView view, ImmutableArray<Entity> entities) =>
        entities.IsEmpty ? null : new JsonArray([.. entities.Select(entity => Of(view, entity))]);

    private static JsonObject Of(WorldView view, Entity entity) =>
        new JsonObject
        {
            ["offset"] = entity.Offset,
            ["length"] = entity.Length,
            ["type"] = entity.Type,
        }
            .With("url", entity.Url)
            .With("user", entity.UserId is { } id ? UserJson.Of(view, id) : null)
            .With("language", entity.Type == "pre" ? entity.Language : null)
            .With("custom_emoji_id", entity.CustomEmojiId)
            .With("unix_time", entity.UnixTime)
            .With("date_time_format", entity.TimeFormat);
}
