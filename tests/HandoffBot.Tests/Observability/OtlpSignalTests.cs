using HandoffBot.Observability;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace HandoffBot.Tests.Observability;

public sealed class OtlpSignalTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true, "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318")]
    [InlineData(true, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://collector:4318/v1/traces")]
    [InlineData(false, "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT=http://collector:4318/v1/logs")]
    [InlineData(false, "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318", "OTEL_SDK_DISABLED=true")]
    [InlineData(false, "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318", "OTEL_TRACES_EXPORTER=none")]
    public void Goes_out_only_where_the_variables_say_so(bool wanted, params string[] variables) =>
        Assert.Equal(wanted, new OtlpSignal(Settings(variables), "TRACES").IsWanted);

    [Fact]
    public void What_is_set_for_one_signal_is_taken_for_it()
    {
        var options = new OtlpExporterOptions { Headers = "general" };
        var settings = Settings([
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://collector:4318/v1/traces",
            "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf",
            "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT=7000",
        ]);

        new OtlpSignal(settings, "TRACES").Configure(options);

        Assert.Equal(new Uri("http://collector:4318/v1/traces"), options.Endpoint);
        Assert.Equal(OtlpExportProtocol.HttpProtobuf, options.Protocol);
        Assert.Equal(7000, options.TimeoutMilliseconds);
        Assert.Equal("general", options.Headers);
    }

    private static IConfiguration Settings(string[] variables) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                variables.Select(v => KeyValuePair.Create(v.Split('=')[0], (string?)v.Split('=')[1]))
            )
            .Build();
}
