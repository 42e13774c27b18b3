using System.Text.Json;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Markup;

/// <summary>Reads <c>reply_markup</c>; what only the core refuses is left to <see cref="MarkupRules"/>.</summary>
internal static class MarkupReader
{
    public static ReplyMarkup? Read(Parameters parameters)
    {
        if (parameters.Json("reply_markup", "can't parse reply keyboard markup JSON object") is not { } json)
        {
            return null;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Refusal.BadRequest("object expected as reply markup");
        }

        if (json.TryGetProperty("inline_keyboard", out var inline))
        {
            return InlineReader.Read(inline);
        }

        if (json.TryGetProperty("keyboard", out var keyboard))
        {
            return ReplyKeyboardReader.Read(json, keyboard);
        }

        if (JsonRead.Flag(json, "remove_keyboard"))
        {
            return new RemoveKeyboard();
        }

        return JsonRead.Flag(json, "force_reply")
            ? new ForceReply(JsonRead.TextOrNull(json, "input_field_placeholder"))
            : null;
    }
}
