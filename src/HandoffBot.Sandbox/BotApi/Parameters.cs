using System.Text.Json;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>The parameters of a call, wherever they stood; read as leniently as Telegram reads them.</summary>
internal sealed class Parameters(
    IReadOnlyDictionary<string, string> values,
    IReadOnlyDictionary<string, Upload> uploads
)
{
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>The value, empty when absent.</summary>
    public string Text(string name) => values.GetValueOrDefault(name, "");

    /// <summary>0 when absent or no number.</summary>
    public long Long(string name) => ToLong(Text(name));

    public int Int(string name) => (int)Math.Clamp(Long(name), int.MinValue, int.MaxValue);

    public bool Flag(string name) => IsTrue(Text(name));

    /// <summary>A file sent as the part itself.</summary>
    public Upload? File(string name) => uploads.GetValueOrDefault(name);

    /// <summary>The file a value like <c>attach://0</c> points to.</summary>
    public Upload? Attached(string value) =>
        value.StartsWith("attach://", StringComparison.Ordinal) ? File(value["attach://".Length..]) : null;

    /// <summary>The value as JSON; null when absent; the refusal when it isn't JSON.</summary>
    public JsonElement? Json(string name, string refusal)
    {
        if (Text(name) is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Whole(document.RootElement.Clone(), text);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            throw Refusal.BadRequest(refusal);
        }
    }

    public static bool IsTrue(string text) => text.ToLowerInvariant() is "true" or "yes" or "1";

    public static long ToLong(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Half of a surrogate pair, possible only as an escape, is no text; writing it down shows that.</summary>
    private static JsonElement Whole(JsonElement json, string text)
    {
        if (text.Contains("\\u", StringComparison.Ordinal))
        {
            JsonSerializer.SerializeToUtf8Bytes(json);
        }

        return json;
    }
}
