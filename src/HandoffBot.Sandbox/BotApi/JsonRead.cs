using System.Text.Json;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Fields of JSON objects, as leniently as Telegram: a number may be a string and the other way round.</summary>
internal static class JsonRead
{
    public static string Text(JsonElement item, string name) => TextOrNull(item, name) ?? "";

    public static string? TextOrNull(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Null => null,
                _ => value.GetRawText(),
            }
            : null;

    public static long Long(JsonElement item, string name) => Parameters.ToLong(Text(item, name));

    public static int Int(JsonElement item, string name) =>
        (int)Math.Clamp(Long(item, name), int.MinValue, int.MaxValue);

    public static bool Flag(JsonElement item, string name) => Parameters.IsTrue(Text(item, name));
}
