using HandoffBot.Checkup;
using HandoffBot.Observability;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace HandoffBot.Http;

/// <summary>What is served, and on which of the two sides.</summary>
internal static class HttpSetup
{
    public static void AddHttp(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<PublicOptions>().BindConfiguration(PublicOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublicOptions>, PublicOptions.Validator>();
        services.AddOptions<ManagementOptions>().BindConfiguration(ManagementOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ManagementOptions>, ManagementOptions.Validator>();
        services.AddSingleton(PublicUrls.TakeFrom(settings));
        services.AddSingleton<ListenAddresses>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>>(s => s.GetRequiredService<ListenAddresses>());
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<PublicOptions>>(Trust);
        services.AddSingleton<ICheck, AddressCheck>();
        services.AddOpenApi();
    }

    /// <summary>Before anything else is served.</summary>
    public static void UseHttp(this WebApplication app)
    {
        app.UseSafeAnswers();
        app.UseForwardedHeaders();
        app.Use(next => http => ManagementVisit.CheckAsync(http, next));
        app.Use(next => http => TracedVisit.TraceAsync(http, next));
    }

    public static void MapHttp(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(
            "/health/ready",
            new HealthCheckOptions { Predicate = check => check.Tags.Contains(HealthSetup.Ready) }
        );

        var management = app.MapGroup("").WithMetadata(ManagementVisit.Mark);
        management.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = HealthReportJson.WriteAsync });
        management.MapPrometheusScrapingEndpoint("/metrics");
        management.MapOpenApi();
    }

    private static void Trust(ForwardedHeadersOptions options, IOptions<PublicOptions> settings)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.Value.TrustedNetworks)
        {
            options.KnownIPNetworks.Add(network);
        }

        // With nobody to be trusted the middleware would trust everybody.
        options.ForwardedHeaders =
            options.KnownIPNetworks.Count > 0
                ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
                : ForwardedHeaders.None;
        options.ForwardLimit = null;
    }
}
