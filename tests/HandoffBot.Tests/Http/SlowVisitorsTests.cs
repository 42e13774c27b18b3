using System.Net.Sockets;
using System.Text;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Intake;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HandoffBot.Tests.Http;

public sealed class SlowVisitorsTests
{
    /// <summary>The shortest the server can tell apart: it looks once a second.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.1);

    /// <summary>A machine may be busy; nothing here waits so long when all is well.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("/api/leads", "application/json", "{")]
    [InlineData("/f/form-of-the-test", "application/x-www-form-urlencoded", "phone=")]
    public async Task A_lead_that_trickles_in_is_cut(string path, string type, string begin)
    {
        await using var stage = await StartAsync();

        var answer = await SendAsync(
            stage,
            $"POST {path} HTTP/1.1\r\nHost: bot\r\nAuthorization: Bearer {IntakeStage.Key}\r\n"
                + $"Content-Type: {type}\r\nContent-Length: 1000\r\n\r\n{begin}"
        );

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Empty(await stage.LeadsAsync());
    }

    [Fact]
    public async Task Headers_that_trickle_in_are_cut()
    {
        await using var stage = await StartAsync();

        var answer = await SendAsync(stage, "POST /api/leads HTTP/1.1\r\nHost: b");

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        await using var stage = await StartAsync();
        var many = string.Concat(Enumerable.Range(0, 65).Select(i => $"X-{i}: 1\r\n"));

        var tooMany = await SendAsync(stage, $"POST /api/leads HTTP/1.1\r\nHost: bot\r\n{many}\r\n");
        var tooLong = await SendAsync(stage, $"GET /{new string('x', 5000)} HTTP/1.1\r\nHost: bot\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431", tooMany, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 414", tooLong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_headers_and_connections_are_bounded_on_both_sides()
    {
        await using var host = await RunningHost.StartAsync();

        var limits = host.App.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal((240, TimeSpan.FromSeconds(5)), Rate(limits.MinRequestBodyDataRate));
        Assert.Equal((240, TimeSpan.FromSeconds(5)), Rate(limits.MinResponseDataRate));
        Assert.Equal(
            (TimeSpan.FromSeconds(10), 6000L),
            (limits.RequestHeadersTimeout, limits.MaxConcurrentConnections)
        );
    }

    [Fact]
    public async Task Connections_beyond_the_most_are_closed_and_the_operator_still_looks_in()
    {
        await using var host = await RunningHost.StartAsync(services =>
            services.PostConfigure<KestrelServerOptions>(o => o.Limits.MaxConcurrentConnections = 2)
        );
        using var first = await AskingAsync(host);
        using var second = await AskingAsync(host);

        using var third = await ConnectAsync(new Uri(host.Public));
        var closed = await ReadAsync(third.GetStream());
        using var health = await host.GetAsync(host.Management + "/health");

        Assert.Equal("", closed);
        Assert.NotEqual(0, (int)health.StatusCode);
    }

    private static (double, TimeSpan) Rate(MinDataRate? rate) => (rate!.BytesPerSecond, rate.GracePeriod);

    private static Task<IntakeStage> StartAsync() =>
        IntakeStage.StartAsync(
            StorageProvider.Sqlite,
            replace: services =>
                services.PostConfigure<KestrelServerOptions>(o =>
                {
                    o.Limits.RequestHeadersTimeout = Patience;
                    o.Limits.MinRequestBodyDataRate = new MinDataRate(
                        o.Limits.MinRequestBodyDataRate!.BytesPerSecond,
                        Patience
                    );
                })
        );

    private static async Task<TcpClient> ConnectAsync(Uri address)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        return connection;
    }

    /// <summary>Kept open after its answer, which shows that it was counted.</summary>
    private static async Task<TcpClient> AskingAsync(RunningHost host)
    {
        var connection = await ConnectAsync(new Uri(host.Public));
        await connection.GetStream().WriteAsync("GET /health/live HTTP/1.1\r\nHost: bot\r\n\r\n"u8.ToArray());
        Assert.StartsWith("HTTP/1.1 200", await ReadAsync(connection.GetStream()), StringComparison.Ordinal);
        return connection;
    }

    private static async Task<string> SendAsync(IntakeStage stage, string request)
    {
        using var connection = await ConnectAsync(stage.Address);
        await using var wire = connection.GetStream();
        await wire.WriteAsync(Encoding.ASCII.GetBytes(request));
        return await ReadAsync(wire);
    }

    private static async Task<string> ReadAsync(NetworkStream wire)
    {
        using var reader = new StreamReader(wire, leaveOpen: true);
        try
        {
            return await reader.ReadLineAsync().WaitAsync(Enough) ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
