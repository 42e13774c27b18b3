using System.Text;
using System.Text.Json;

namespace HandoffBot.Features.Intake;

/// <summary>Reads a post of JSON. Names of fields may be in any case, unknown ones are passed over, a number may stand for its text.</summary>
internal static class JsonLeadPost
{
    private const int MaxDepth = 16;
    private const int MostMarks = 50;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly string[] TextFields =
    [
        "externalId",
        "name",
        "phone",
        "email",
        "messenger",
        "message",
        "product",
        "city",
        "campaign",
        "page",
        "occurredAt",
    ];

    /// <summary>The post, or null when the body is no JSON object; wrong fields are named in <paramref name="errors"/>.</summary>
    public static LeadPost? Read(byte[] body, FieldErrors errors)
    {
        if (Parse(body) is not { } json)
        {
            return null;
        }

        using (json)
        {
            return json.RootElement.ValueKind is JsonValueKind.Object ? Read(json.RootElement, errors) : null;
        }
    }

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            var text = Strict.GetString(body).TrimStart('\uFEFF');
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (Exception ex) when (ex is JsonException or DecoderFallbackException or ArgumentException)
        {
            return null;
        }
    }

    private static LeadPost Read(JsonElement json, FieldErrors errors)
    {
        var texts = TextFields.ToDictionary(f => f, f => TextOf(Field(json, f), f, errors));
        return new LeadPost
        {
            ExternalId = texts["externalId"],
            Name = texts["name"],
            Phone = texts["phone"],
            Email = texts["email"],
            Messenger = texts["messenger"],
            Message = texts["message"],
            Product = texts["product"],
            City = texts["city"],
            Campaign = texts["campaign"],
            Page = texts["page"],
            OccurredAt = texts["occurredAt"],
            IsTest = IsTrue(Field(json, "test"), "test", errors),
            Utm = MarksOf(Field(json, "utm"), "utm", errors),
            Extra = MarksOf(Field(json, "extra"), "extra", errors),
        };
    }

    private static JsonElement Field(JsonElement json, string name)
    {
        var found = default(JsonElement);
        foreach (var property in json.EnumerateObject())
        {
            if (NameOf(property)?.Equals(name, StringComparison.OrdinalIgnoreCase) == true)
            {
                found = property.Value;
            }
        }

        return found;
    }

    private static string? TextOf(JsonElement value, string field, FieldErrors errors)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return null;
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.String when Text(value) is { } text:
                return text;
            case JsonValueKind.String:
                errors.Add(field, "This is not valid Unicode.");
                return null;
            default:
                errors.Add(field, "This must be text.");
                return null;
        }
    }

    private static bool IsTrue(JsonElement value, string field, FieldErrors errors)
    {
        if (
            value.ValueKind
            is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False)
        )
        {
            errors.Add(field, "This must be true or false.");
        }

        return value.ValueKind is JsonValueKind.True;
    }

    private static Dictionary<string, string> MarksOf(JsonElement value, string field, FieldErrors errors)
    {
        var marks = new Dictionary<string, string>();
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
                errors.Add(field, "This is not valid Unicode.");
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
            JsonValueKind.String => Text(value),
            _ => value.GetRawText(),
        };

    private static string? Text(JsonElement value)
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
