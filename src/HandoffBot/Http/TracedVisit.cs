using System.Diagnostics;
using HandoffBot.Observability;
using Microsoft.Net.Http.Headers;

namespace HandoffBot.Http;

/// <summary>Marks an endpoint where something begins that is worth a trace.</summary>
internal sealed class TracedVisit
{
    public static readonly TracedVisit Mark = new();

    private TracedVisit() { }

    /// <summary>
    /// The span carries the route, never the path: a form's key is part of that. The caller's own trace is pointed at and not gone on
    /// with: whoever posts does not decide what is recorded here.
    /// </summary>
    public static async Task TraceAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<TracedVisit>() is null)
        {
            await next(http);
            return;
        }

        var route = endpoint.RoutePattern.RawText;
        using var visit = Traces.Begin(
            $"{http.Request.Method} {route}",
            ActivityKind.Server,
            seen: http.Request.Headers[HeaderNames.TraceParent]
        );
        await next(http);
        visit?.SetTag("http.route", route);
        visit?.SetTag("http.response.status_code", http.Response.StatusCode);
    }
}
