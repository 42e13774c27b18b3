using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Support;

/// <summary>Takes what is sent by OTLP over HTTP, as a collector would.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, OtlpSpan> spans = new();
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> came = new();
    private readonly SemaphoreSlim news = new(0);

    private OtlpReceiver(WebApplication app) => this.app = app;

    /// <summary>What a bot must be told to send here, and soon.</summary>
    public Dictionary<string, string?> Settings =>
        new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = app.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "50",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "50",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
            ["Logging:OpenTelemetry:LogLevel:HandoffBot"] = "Information",
        };

    public IEnumerable<OtlpSpan> Spans => spans.Values;

    /// <summary>Whatever came, as far as it is text.</summary>
    public IEnumerable<string> Texts => came.Select(c => Encoding.UTF8.GetString(c.Body));

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(app);
        app.MapPost("/v1/{signal}", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Waits until there is what is looked for.</summary>
    public async Task<T> ExpectAsync<T>(Func<OtlpReceiver, T?> look)
        where T : class
    {
        using var patience = new CancellationTokenSource(ScenarioChat.Patience);
        while (true)
        {
            if (look(this) is { } found)
            {
                return found;
            }

            await news.WaitAsync(patience.Token);
        }
    }

    public bool Got(string signal) => came.Any(c => c.Signal == signal);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        news.Dispose();
    }

    private async Task<IResult> TakeAsync(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        came.Enqueue((signal, body.ToArray()));
        if (signal == "traces")
        {
            foreach (var span in OtlpSpan.ReadAll(body.ToArray()))
            {
                spans[span.Id] = span;
            }
        }

        news.Release();
        return Results.Bytes([], "application/x-protobuf");
    }
}
