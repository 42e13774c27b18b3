using System.Reflection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HandoffBot.Observability;

/// <summary>Each part and how it does, in words.</summary>
internal static class HealthReportJson
{
    private static readonly string Version =
        typeof(HealthReportJson)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "?";

    public static Task WriteAsync(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(
            new
            {
                Status = Word(report.Status),
                Version,
                Parts = report.Entries.ToDictionary(
                    e => e.Key,
                    e => new
                    {
                        Status = Word(e.Value.Status),
                        Words = e.Value.Description ?? e.Value.Exception?.Message,
                        Data = e.Value.Data.Count > 0 ? e.Value.Data : null,
                    }
                ),
            },
            http.RequestAborted
        );

    private static string Word(HealthStatus status) =>
        status switch
        {
            HealthStatus.Healthy => "ok",
            HealthStatus.Degraded => "troubled",
            _ => "broken",
        };
}
