using System.Text.Json;

namespace HandoffBot.Features.Intake;

/// <summary>
/// The fields of a JSON object: names in any case, the last of two counts, unknown ones are passed over, a number may stand
/// for its text, but for a name. What is of a wrong type is noted as an error.
/// </summary>
internal sealed class JsonFields
{
    private const int MostMarks = 50;
    private const string NotUnicode = "This is not valid Unicode.";

    private readonly Dictionary<string, JsonElement> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly FieldErrors errors;

    public JsonFields(JsonElement json, FieldErrors errors)
    {
        this.errors = errors;
        foreach (var property in json.EnumerateObject())
        {
            if (NameOf(property) is { } name)
            {
                values[name] = property.Value;
            }
        }
    }

    /// <param name="orNumber">Whether a number may stand for the text, as it does in phones and ids.</param>
    public string? Text(string field, bool orNumber = true)
    {
        var value = values.GetValueOrDefault(field);
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return null;
            case JsonValueKind.Number when orNumber:
                return value.GetRawText();
            case JsonValueKind.String when TextOf(value) is { } text:
                return text;
            case JsonValueKind.String:
                errors.Add(field, NotUnicode);
                return null;
            default:
                errors.Add(field, "This must be text.");
                return null;
        }
    }

    public bool IsTrue(string field)
    {
        var kind = values.GetValueOrDefault(field).ValueKind;
        if (kind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Object or JsonValueKind.Array)
        {
            errors.Add(field, "This must be true or false.");
        }

        return kind is JsonValueKind.True;
    }

    /// <summary>An object of texts; what is deeper stays as it is written.</summary>
    public IReadOnlyDictionary<string, string> Marks(string field)
    {
        var marks = new Dictionary<string, string>();
        var value = values.GetValueOrDefault(field);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return marks;
        }

        if (value.ValueKind is not JsonValueKind.Object)
        {
            errors.Add(field, "This must be an object.");
            return marks;
        }

        foreach (var property in value.EnumerateObject().Take(MostMarks))
        {
            if (NameOf(property) is not { } name || MarkOf(property.Value) is not { } text)
            {
                errors.Add(field, NotUnicode);
                break;
            }

            marks[name] = text;
        }

        return marks;
    }

    private static string? MarkOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => TextOf(value),
            _ => value.GetRawText(),
        };

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return null;
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
