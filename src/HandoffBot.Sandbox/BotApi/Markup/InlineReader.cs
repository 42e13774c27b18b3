using System.Text.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Markup;

/// <summary>Reads an inline keyboard; like the original it drops empty buttons and what is too many, silently.</summary>
internal static class InlineReader
{
    private const int MostInRow = 12;
    private const int MostInAll = 300;

    private static readonly string[] OtherActions =
    [
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "callback_game",
        "pay",
        "disabled",
    ];

    public static InlineKeyboard? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array || json.EnumerateArray().Any(r => r.ValueKind != JsonValueKind.Array))
        {
            throw Refusal.BadRequest("can't parse inline keyboard: Field \"inline_keyboard\" must be of type Array");
        }

        var rows = new List<ImmutableArray<Button>>();
        var count = 0;
        foreach (var row in json.EnumerateArray())
        {
            var buttons = row.EnumerateArray().Select(ReadButton).Where(b => b.Text.Length > 0).Take(MostInRow);
            var kept = buttons.Take(MostInAll - count).ToImmutableArray();
            count += kept.Length;
            if (kept.Length > 0)
            {
                rows.Add(kept);
            }
        }

        return rows.Count == 0 ? null : new InlineKeyboard([.. rows]);
    }

    private static Button ReadButton(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("InlineKeyboardButton must be an Object");
        }

        if (!json.TryGetProperty("text", out _))
        {
            throw Wrong("Can't find field \"text\"");
        }

        var button = new Button(JsonRead.Text(json, "text"))
        {
            CallbackData = NotEmpty(JsonRead.TextOrNull(json, "callback_data")),
            Url = NotEmpty(JsonRead.TextOrNull(json, "url")),
            CopyText = Inner(json, "copy_text", "text"),
            WebAppUrl = Inner(json, "web_app", "url"),
            Style = JsonRead.TextOrNull(json, "style"),
            Json = JsonSerializer.Serialize(json),
        };
        return HasAction(button) || OtherActions.Any(action => json.TryGetProperty(action, out _))
            ? button
            : throw Wrong("Text buttons are unallowed in the inline keyboard");
    }

    private static bool HasAction(Button button) =>
        (button.CallbackData ?? button.Url ?? button.CopyText ?? button.WebAppUrl) is not null;

    private static string? Inner(JsonElement json, string name, string field) =>
        json.TryGetProperty(name, out var inner) ? JsonRead.TextOrNull(inner, field) ?? "" : null;

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static Refusal Wrong(string words) => Refusal.BadRequest($"can't parse inline keyboard button: {words}");
}
