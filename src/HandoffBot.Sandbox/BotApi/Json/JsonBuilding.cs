using System.Text.Json.Nodes;

namespace HandoffBot.Sandbox.BotApi.Json;

/// <summary>Telegram leaves out what is empty or false; so does this.</summary>
internal static class JsonBuilding
{
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }

        return json;
    }

    public static JsonObject WithFlag(this JsonObject json, string name, bool value) =>
        value ? json.With(name, true) : json;

    /// <summary>The name of an enum's value as Telegram writes names: <c>PinMessages</c> → <c>pin_messages</c>.</summary>
    public static string Snake<T>(this T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
