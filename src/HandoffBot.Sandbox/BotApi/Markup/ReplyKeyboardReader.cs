using System.Text.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Markup;

internal static class ReplyKeyboardReader
{
    private static readonly string[] ChatRequests = ["request_chat", "request_users", "request_managed_bot"];

    public static ReplyMarkup? Read(JsonElement json, JsonElement keyboard)
    {
        if (
            keyboard.ValueKind != JsonValueKind.Array
            || keyboard.EnumerateArray().Any(r => r.ValueKind != JsonValueKind.Array)
        )
        {
            throw Refusal.BadRequest("can't parse keyboard: Field \"keyboard\" must be of type Array");
        }

        var rows = keyboard
            .EnumerateArray()
            .Select(row => row.EnumerateArray().Select(ReadButton).Where(b => b.Text.Length > 0).ToImmutableArray())
            .Where(row => row.Length > 0)
            .ToImmutableArray();
        return rows.Length == 0
            ? null
            : new ReplyKeyboard(rows)
            {
                Placeholder = JsonRead.TextOrNull(json, "input_field_placeholder"),
                OneTime = JsonRead.Flag(json, "one_time_keyboard"),
            };
    }

    private static KeyboardButton ReadButton(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => new KeyboardButton(json.GetString()!),
            JsonValueKind.Object => new KeyboardButton(
                JsonRead.Text(json, "text"),
                JsonRead.Flag(json, "request_contact"),
                ChatRequests.Any(request => json.TryGetProperty(request, out _))
            )
            {
                HasWebApp = json.TryGetProperty("web_app", out _),
            },
            _ => throw Refusal.BadRequest("can't parse keyboard button: KeyboardButton must be a String or an Object"),
        };
}
