using System.Text.Encodings.Web;
using System.Text.Json;
using HandoffBot.Domain.Intake;

namespace HandoffBot.Features.Intake;

/// <summary>What stays of a post beside the lead itself: page, marks, extra fields, what could not be read and what had to be cut, as JSON.</summary>
internal static class LeadTrace
{
    public const int MaxText = 500;

    private const int MaxName = 64;
    private const string RawPhone = "rawPhone";

    // Stored, never put into a page: letters stay letters.
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Null when there is nothing of it.</summary>
    public static string? Of(LeadPost post, PhoneReading phone, string? email)
    {
        var trace = new Dictionary<string, object>();
        Keep("page", Line(post.Page, MaxText));
        Keep(
            RawPhone,
            phone.E164 is not null && phone.E164 != post.Phone ? Line(post.Phone, PhoneReader.MaxRaw) : null
        );
        Keep("rawEmail", email is null ? Line(post.Email, MaxText) : null);
        Keep("utm", Marks(post.Utm));
        Keep("extra", Marks(post.Extra));
        Keep("uncut", Uncut(post));
        return trace.Count == 0 ? null : JsonSerializer.Serialize(trace, Plain);

        void Keep(string name, object? value)
        {
            if (value is not null)
            {
                trace[name] = value;
            }
        }
    }

    /// <summary>The same for one phone however it is spelled. Cut out as <see cref="Of"/> wrote it: of a list every row is asked.</summary>
    public static string? WithoutSpelling(string? trace)
    {
        var name = $"\"{RawPhone}\":\"";
        if (trace?.IndexOf(name, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return trace;
        }

        // A mark or an extra field may have the same name; what holds those comes later.
        if (trace.AsSpan(0, at).Contains(":{", StringComparison.Ordinal))
        {
            return trace;
        }

        var end = at + name.Length;
        while (trace[end] != '"')
        {
            end += trace[end] == '\\' ? 2 : 1;
        }

        var rest = trace.AsSpan(end + 1);
        var isLast = rest.StartsWith("}");
        var before = trace.AsSpan(0, isLast && at > 1 ? at - 1 : at);
        return isLast && at == 1 ? null : $"{before}{(isLast ? rest : rest[1..])}";
    }

    /// <summary>The whole of what the lead itself keeps the beginning of; no longer than a body may be.</summary>
    private static Dictionary<string, string>? Uncut(LeadPost post)
    {
        (string Name, string? Text, int Kept)[] fields =
        [
            ("name", post.Name, InquiryReader.MaxName),
            ("message", post.Message, InquiryReader.MaxMessage),
            ("product", post.Product, InquiryReader.MaxProduct),
            ("city", post.City, InquiryReader.MaxCity),
            ("campaign", post.Campaign, InquiryReader.MaxCampaign),
        ];
        var uncut = fields
            .Where(f => f.Text?.Length > f.Kept)
            .Select(f => (f.Name, Text: OutsideText.Lines(f.Text, HttpBody.Most), f.Kept))
            .Where(f => f.Text.Length > f.Kept)
            .ToDictionary(f => f.Name, f => f.Text);
        return uncut.Count == 0 ? null : uncut;
    }

    private static Dictionary<string, string>? Marks(IReadOnlyDictionary<string, string> marks)
    {
        var kept = new Dictionary<string, string>();
        foreach (var (name, value) in marks)
        {
            if (Line(name, MaxName) is { } clean && OutsideText.Lines(value, MaxText) is { Length: > 0 } text)
            {
                kept[clean] = text;
            }
        }

        return kept.Count == 0 ? null : kept;
    }

    private static string? Line(string? text, int maxLength) =>
        OutsideText.Line(text, maxLength) is { Length: > 0 } line ? line : null;
}
