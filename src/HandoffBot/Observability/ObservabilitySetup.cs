using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace HandoffBot.Observability;

internal static class ObservabilitySetup
{
    public static void AddObservability(this IServiceCollection services)
    {
        services.AddSingleton<HandoffMetrics>();
        services
            .AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("HandoffBot"))
            .WithMetrics(m =>
                m.AddMeter(HandoffMetrics.MeterName)
                    .AddMeter("Microsoft.AspNetCore.Hosting")
                    .AddRuntimeInstrumentation()
                    .AddPrometheusExporter()
            );
        services.AddSingleton<RowCounts>();
        services.AddHostedService<RowGauges>();
        services.AddHealth();
    }
}
