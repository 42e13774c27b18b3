using System.Net;
using System.Net.Sockets;
using System.Text;
using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;
using HandoffBot.Tests.Http;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Telegram;

public sealed class WebhookInputTests
{
    [Fact]
    public async Task A_post_without_the_secret_is_refused_and_leaves_no_row_and_no_line()
    {
        var lines = new LogLines();
        await using var stage = await WebhookStage.StartAsync(
            StorageProvider.Sqlite,
            services => services.AddSingleton<ILoggerProvider>(lines)
        );
        var press = Encoding.UTF8.GetBytes(WebhookStage.Take(7, 11, await stage.LeadAsync()));
        string?[] secrets = [null, "", "x", stage.Secret[..^1], stage.Secret + "x", stage.Secret.ToUpperInvariant()];

        foreach (var secret in secrets)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await stage.PostAsync(press, secret));
        }

        Assert.Empty(await stage.RowsAsync());
        Assert.Equal(LeadStatus.New, (await stage.TheLeadAsync()).Status);
        Assert.DoesNotContain(
            lines.All,
            line => Enum.GetNames<LogLevel>().Any(level => line.StartsWith($"{level}: ", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_huge_body_is_refused()
    {
        await using var stage = await WebhookStage.StartAsync(StorageProvider.Sqlite);

        var known = await stage.PostAsync(new byte[300 * 1024], stage.Secret);
        var stranger = await stage.PostAsync(new byte[300 * 1024], "another");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, known);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger);
        Assert.Empty(await stage.RowsAsync());
    }

    [Fact]
    public async Task A_body_that_trickles_in_is_cut()
    {
        await using var stage = await WebhookStage.StartAsync(StorageProvider.Sqlite);
        using var connection = new TcpClient();
        await connection.ConnectAsync(stage.Address.Host, stage.Address.Port);
        await using var wire = connection.GetStream();

        await wire.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /telegram HTTP/1.1\r\nHost: bot\r\nX-Telegram-Bot-Api-Secret-Token: {stage.Secret}\r\n"
                    + "Content-Length: 1000\r\n\r\n{"
            )
        );
        using var reader = new StreamReader(wire);
        var answer = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("HTTP/1.1 408 Request Timeout", answer);
    }

    [Fact]
    public async Task What_is_no_update_is_refused_though_its_secret_is_right()
    {
        await using var stage = await WebhookStage.StartAsync(StorageProvider.Sqlite);
        byte[][] bodies =
        [
            [],
            [.. "hello"u8],
            [.. "[]"u8],
            [.. "null"u8],
            [.. "{\"message\":{}}"u8],
            [.. "{\"update_id\":\"7\"}"u8],
            [.. "{\"update_id\":99999999999}"u8],
            [.. "{\"update_id\":7,\"x\":\""u8, 0xC0, 0xED, .. "\"}"u8],
            [.. "{\"update_id\":7} and more"u8],
            Encoding.UTF8.GetBytes(new string('[', 10_000)),
        ];

        foreach (var body in bodies)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await stage.PostAsync(body, stage.Secret));
        }

        Assert.Empty(await stage.RowsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_update_nobody_can_read_is_taken_so_that_it_does_not_come_again(StorageProvider provider)
    {
        var lines = new LogLines();
        await using var stage = await WebhookStage.StartAsync(
            provider,
            services => services.AddSingleton<ILoggerProvider>(lines)
        );

        var unknown = await stage.PostAsync("""{"update_id":7,"brand_new_kind":{"a":"\u0000\ud800"}}""");
        var broken = await stage.PostAsync("""{"update_id":8,"message":{"message_id":"x"}}""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (unknown, broken));
        Assert.Equal([7L, 8L], (await stage.RowsAsync()).Select(r => r.UpdateId).Order());
        Assert.All(await stage.RowsAsync(), row => Assert.Equal(UpdateState.Done, row.State));
        Assert.Single(lines.All, line => line.StartsWith("Error: Update 8 cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_is_a_reason_to_come_back()
    {
        var failures = 1;
        var sink = new HeardUpdates
        {
            Before = _ => failures-- > 0 ? throw new IOException("disk full") : Task.CompletedTask,
        };
        await using var stage = await WebhookStage.StartAsync(
            StorageProvider.Sqlite,
            services => services.Replace(ServiceDescriptor.Singleton<IUpdateSink>(sink))
        );
        var press = WebhookStage.Take(7, 11, new LeadId(1));

        var first = await stage.PostAsync(press);
        var second = await stage.PostAsync(press);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (first, second));
        Assert.IsType<ButtonPressed>(await sink.NextAsync());
        Assert.True(sink.IsQuiet);
    }

    [Fact]
    public async Task Who_polls_has_no_address_to_post_to()
    {
        await using var host = await RunningHost.StartAsync();
        using var http = new HttpClient();

        using var answer = await http.PostAsync(new Uri(host.Public + "/telegram"), new StringContent("{}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
