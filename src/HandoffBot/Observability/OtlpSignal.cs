using OpenTelemetry.Exporter;

namespace HandoffBot.Observability;

/// <summary>One of traces, metrics and logs: whether and where it goes out, by OpenTelemetry's own variables.</summary>
/// <param name="name">As it stands in the variables: TRACES, METRICS or LOGS.</param>
internal sealed class OtlpSignal(IConfiguration settings, string name)
{
    private const string General = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Without an endpoint nothing goes out, not even to the default one on this machine.</summary>
    public bool IsWanted =>
        !settings.GetValue("OTEL_SDK_DISABLED", false)
        && (Own("ENDPOINT") ?? Of(General)) is not null
        && (Of($"OTEL_{name}_EXPORTER") ?? "otlp").Contains("otlp", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is set for this signal alone; the exporter reads what is set for all by itself.</summary>
    public void Configure(OtlpExporterOptions options)
    {
        if (Own("PROTOCOL") is { } protocol)
        {
            options.Protocol = protocol is "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        }

        if (Own("ENDPOINT") is { } endpoint)
        {
            options.Endpoint = new Uri(endpoint);
        }

        options.Headers = Own("HEADERS") ?? options.Headers;
        options.TimeoutMilliseconds = settings.GetValue(Variable("TIMEOUT"), options.TimeoutMilliseconds);
    }

    private string? Own(string what) => Of(Variable(what));

    private string Variable(string what) => $"OTEL_EXPORTER_OTLP_{name}_{what}";

    private string? Of(string variable) => settings[variable] is { Length: > 0 } value ? value : null;
}
