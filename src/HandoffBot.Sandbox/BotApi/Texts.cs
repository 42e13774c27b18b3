using System.Text;
using System.Text.Json;
using HandoffBot.Sandbox.BotApi.Html;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Reads text and caption parameters with their formatting, and refuses what Telegram refuses.</summary>
internal static class Texts
{
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;
    private const int LongestRaw = 32768;

    public static FormattedText Text(BotCall call, Draft draft)
    {
        if (!call.Parameters.Has("text") || call.Parameters.Text("text").Length == 0)
        {
            throw Refusal.BadRequest("message text is empty");
        }

        var text = Read(draft, call.Parameters, "text", "entities");
        return text.Text.Length > 0 ? text : throw Refusal.BadRequest("text must be non-empty");
    }

    public static FormattedText Caption(BotCall call, Draft draft) =>
        Read(draft, call.Parameters, "caption", "caption_entities");

    /// <summary>The core looks at the length of what is left after parsing, so this comes after the rights.</summary>
    public static void CheckText(FormattedText text, bool isEdit) =>
        CheckLength(text, LongestText, isEdit ? "MESSAGE_TOO_LONG" : "message is too long");

    public static void CheckCaption(FormattedText caption, bool isEdit) =>
        CheckLength(caption, LongestCaption, isEdit ? "MEDIA_CAPTION_TOO_LONG" : "message caption is too long");

    public static FormattedText Read(Draft draft, string raw, string parseMode, JsonElement? entities)
    {
        if (Encoding.UTF8.GetByteCount(raw) > LongestRaw)
        {
            throw Refusal.BadRequest("text is too long");
        }

        var clean = Clean(raw);
        var parsed = parseMode.ToLowerInvariant() switch
        {
            "" or "none" => (Text: clean, Entities: EntityReader.Read(entities, clean.Length)),
            "html" => HtmlParser.Parse(clean, draft.View),
            _ => throw Refusal.BadRequest("unsupported parse_mode"),
        };
        return TextTrim.Finish(parsed.Text, parsed.Entities);
    }

    private static FormattedText Read(Draft draft, Parameters parameters, string name, string entities) =>
        Read(
            draft,
            parameters.Text(name),
            parameters.Text("parse_mode"),
            parameters.Json(entities, "can't parse entities JSON object")
        );

    private static void CheckLength(FormattedText text, int most, string words)
    {
        if (text.Text.Length > most)
        {
            throw Refusal.BadRequest(words);
        }
    }

    private static string Clean(string raw) =>
        string.Concat(raw.Replace("\r", "", StringComparison.Ordinal).Select(c => c < ' ' && c != '\n' ? ' ' : c));
}
