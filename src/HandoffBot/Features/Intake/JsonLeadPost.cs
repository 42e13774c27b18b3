using System.Text;
using System.Text.Json;

namespace HandoffBot.Features.Intake;

/// <summary>Reads a post of JSON.</summary>
internal static class JsonLeadPost
{
    private const int MaxDepth = 16;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The post, or null when the body is no JSON object; wrong fields are named in <paramref name="errors"/>.</summary>
    public static LeadPost? Read(byte[] body, FieldErrors errors)
    {
        using var json = Parse(body);
        return json?.RootElement.ValueKind is JsonValueKind.Object
            ? Read(new JsonFields(json.RootElement, errors))
            : null;
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

    private static LeadPost Read(JsonFields fields) =>
        new()
        {
            ExternalId = fields.Text("externalId"),
            Name = fields.Text("name", orNumber: false),
            Phone = fields.Text("phone"),
            Email = fields.Text("email"),
            Messenger = fields.Text("messenger"),
            Message = fields.Text("message"),
            Product = fields.Text("product"),
            City = fields.Text("city"),
            Campaign = fields.Text("campaign"),
            Page = fields.Text("page"),
            OccurredAt = fields.Text("occurredAt"),
            IsTest = fields.IsTrue("test"),
            Utm = fields.Marks("utm"),
            Extra = fields.Marks("extra"),
        };
}
