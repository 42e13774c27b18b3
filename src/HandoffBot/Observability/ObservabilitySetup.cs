using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HandoffBot.Observability;

/// <summary>Metrics to be scraped, health, and all of it by OTLP where OpenTelemetry's own variables say so.</summary>
internal static class ObservabilitySetup
{
    public static void AddObservability(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<HandoffMetrics>();
        services
            .AddOpenTelemetry()
            .ConfigureResource(r => Name(r, settings))
            .WithMetrics(m =>
                m.AddMeter(HandoffMetrics.MeterName)
                    .AddMeter("Microsoft.AspNetCore.Hosting")
                    .AddRuntimeInstrumentation()
                    .AddPrometheusExporter()
            )
            .AddOtlp(settings);
        services.AddSingleton<RowCounts>();
        services.AddHostedService<RowGauges>();
        services.AddHostedService<ProcessGauges>();
        services.AddHealth();
    }

    private static void AddOtlp(this OpenTelemetryBuilder telemetry, IConfiguration settings)
    {
        var (traces, metrics) = (new OtlpSignal(settings, "TRACES"), new OtlpSignal(settings, "METRICS"));
        if (traces.IsWanted)
        {
            telemetry.WithTracing(t => t.AddSource(Traces.SourceName).AddOtlpExporter(traces.Configure));
        }

        if (metrics.IsWanted)
        {
            telemetry.WithMetrics(m => m.AddOtlpExporter(metrics.Configure));
        }

        var logs = new OtlpSignal(settings, "LOGS");
        if (logs.IsWanted)
        {
            telemetry.WithLogging(l => l.AddOtlpExporter(logs.Configure), o => o.IncludeFormattedMessage = true);
        }
    }

    /// <summary>A name given by OpenTelemetry's variables stands.</summary>
    private static void Name(ResourceBuilder resource, IConfiguration settings)
    {
        var given = settings["OTEL_RESOURCE_ATTRIBUTES"] ?? "";
        if (
            settings["OTEL_SERVICE_NAME"] is not { Length: > 0 }
            && !given.Contains("service.name=", StringComparison.Ordinal)
        )
        {
            resource.AddService("HandoffBot");
        }
    }
}
