using System.Reflection;
using HandoffBot.Checkup;
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
                Trouble = Trouble(report),
                Parts = report.Entries.ToDictionary(
                    e => e.Key,
                    e => new
                    {
                        Status = Word(e.Value.Status),
                        Words = Words(e.Value),
                        Data = e.Value.Data.Count > 0 ? e.Value.Data : null,
                    }
                ),
            },
            http.RequestAborted
        );

    /// <summary>One line for whoever is woken: what the doctor says comes first, because it tells how to mend it.</summary>
    private static string? Trouble(HealthReport report) =>
        report
            .Entries.Where(e => e.Value.Status is not HealthStatus.Healthy)
            .OrderByDescending(e => e.Key == DoctorHealth.Name)
            .ThenBy(e => e.Value.Status)
            .Select(e => Words(e.Value))
            .FirstOrDefault();

    private static string? Words(HealthReportEntry part) => part.Description ?? part.Exception?.Message;

    private static string Word(HealthStatus status) =>
        status switch
        {
            HealthStatus.Healthy => "ok",
            HealthStatus.Degraded => "troubled",
            _ => "broken",
        };
}
