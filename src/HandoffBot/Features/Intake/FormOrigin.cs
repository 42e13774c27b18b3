using Microsoft.Net.Http.Headers;

namespace HandoffBot.Features.Intake;

/// <summary>The site a form was posted from, as the browser says.</summary>
internal static class FormOrigin
{
    /// <summary>Null where the browser told none: an old one, a file, a program.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers[HeaderNames.Origin].ToString() is { Length: > 0 } origin && origin != "null" ? origin : null;

    /// <param name="allowed">The sites of the source, parted by spaces or commas; empty: any.</param>
    public static bool IsForeign(string? origin, string allowed)
    {
        var sites = allowed.Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return origin is not null
            && sites.Length > 0
            && !sites.Any(s => s.TrimEnd('/').Equals(origin.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));
    }
}
