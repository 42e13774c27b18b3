using Microsoft.AspNetCore.Http.Features;

namespace HandoffBot.Features.Intake;

/// <summary>Reads what a sender posts, but no more than a lead can need.</summary>
internal static class HttpBody
{
    /// <summary>64 KiB.</summary>
    public const int Most = 64 * 1024;

    /// <summary>Refuses longer bodies from here on, whoever reads them.</summary>
    public static void Bound(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Most;
        }
    }

    /// <summary>Packed bodies are not unpacked: a few bytes could become gigabytes.</summary>
    public static bool IsPacked(HttpRequest request) =>
        request.Headers.ContentEncoding.ToString() is { Length: > 0 } coding
        && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="BadHttpRequestException">Too long, cut short or too slow; it knows the status.</exception>
    public static async Task<byte[]> ReadAsync(HttpContext http)
    {
        Bound(http);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }
}
