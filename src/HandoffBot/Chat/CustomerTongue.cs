using System.Text.Json;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Chat;

/// <summary>What language a customer speaks, from all that came with the lead.</summary>
internal static class CustomerTongue
{
    private static readonly string[] Fields = ["lang", "language", "locale"];

    /// <summary>Codes of languages; none where nothing tells.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(
        HandoffDb db,
        Lead lead,
        CancellationToken cancellationToken
    )
    {
        // What has just come is in the same transaction and not stored yet.
        await db
            .LeadWords.Where(w => w.Lead == lead.Id && (w.Kind == WordsKind.Message || w.Kind == WordsKind.Trace))
            .LoadAsync(cancellationToken);
        var words = db.LeadWords.Local.Where(w => w.Lead == lead.Id).ToList();
        var field = words
            .Where(w => w.Kind is WordsKind.Trace)
            .Select(w => FieldOf(w.Text))
            .FirstOrDefault(f => f is not null);
        var message = words.FirstOrDefault(w => w.Kind is WordsKind.Message)?.Text;
        return Tongue.Of(
            field is null ? null : TongueNames.Find(field),
            lead.Contact.IsPhoneUnread ? null : lead.Contact.Phone,
            message
        );
    }

    /// <summary>A field of the sender's that names it, else the page: <c>/en/windows</c>, <c>?lang=en</c>.</summary>
    private static string? FieldOf(string trace)
    {
        using var read = JsonDocument.Parse(trace);
        var root = read.RootElement;
        if (root.TryGetProperty("extra", out var extra))
        {
            foreach (var given in extra.EnumerateObject())
            {
                if (Fields.Contains(given.Name.ToLowerInvariant()) && given.Value.GetString() is { } value)
                {
                    return value;
                }
            }
        }

        return root.TryGetProperty("page", out var page) && page.GetString() is { } address ? OfPage(address) : null;
    }

    private static string? OfPage(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var page))
        {
            return null;
        }

        var asked = page
            .Query.TrimStart('?')
            .Split('&')
            .Select(p => p.Split('='))
            .FirstOrDefault(p => p is [var name, _] && Fields.Contains(name));
        var first = page.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return asked?[1] ?? (first is { Length: 2 } ? first : null);
    }
}
