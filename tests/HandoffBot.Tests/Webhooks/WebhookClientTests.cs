using System.Net;
using System.Net.Sockets;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Tests.Support;
using HandoffBot.Webhooks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HandoffBot.Tests.Webhooks;

/// <summary>Addresses that people typed, with a real server behind them that behaves as it likes.</summary>
public sealed class WebhookClientTests
{
    private static readonly string Secret = WebhookSigning.MintSecret();

    [Fact]
    public async Task What_is_posted_is_signed_and_dated()
    {
        await using var crm = await Receiver.StartAsync();

        var answer = await PostAsync(crm.Address);

        var post = Assert.Single(crm.Posts);
        Assert.Equal(new WebhookAnswer(null, 204), answer);
        Assert.True(post.IsSignedWith(Secret));
        Assert.Equal($"{TestBot.Monday.ToUnixTimeSeconds()}", post.Time);
        Assert.Equal("{}", post.Text);
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        await using var crm = await Receiver.StartAsync();
        crm.Answer = (_, http) =>
        {
            http.Response.Redirect(crm.Address);
            return Task.CompletedTask;
        };

        var answer = await PostAsync(crm.Address);

        Assert.Equal(new WebhookAnswer(WebhookTrouble.Redirected, 302), answer);
        Assert.Single(crm.Posts);
    }

    [Theory]
    [InlineData(410, nameof(WebhookTrouble.Gone))]
    [InlineData(500, nameof(WebhookTrouble.Refused))]
    public async Task Status_that_is_no_success_is_told(int status, string trouble)
    {
        await using var crm = await Receiver.StartAsync();
        crm.Always(status);

        var answer = await PostAsync(crm.Address);

        Assert.Equal(new WebhookAnswer(Enum.Parse<WebhookTrouble>(trouble), status), answer);
    }

    [Fact]
    public async Task Slow_answer_is_given_up()
    {
        await using var crm = await Receiver.StartAsync();
        crm.Answer = (_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted);

        var answer = await PostAsync(crm.Address, timeout: TimeSpan.FromSeconds(1));

        Assert.Equal(WebhookTrouble.TooSlow, answer.Trouble);
    }

    [Fact]
    public async Task Endless_answer_is_taken_and_cut_off()
    {
        await using var crm = await Receiver.StartAsync();
        var cut = new TaskCompletionSource();
        crm.Answer = async (_, http) =>
        {
            var much = new byte[65536];
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(much, CancellationToken.None);
            }

            cut.TrySetResult();
        };

        var answer = await PostAsync(crm.Address);

        Assert.Equal(new WebhookAnswer(null, 200), answer);
        await cut.Task.WaitAsync(ScenarioChat.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Certificate_of_ones_own_making_is_not_trusted()
    {
        await using var crm = await Receiver.StartAsync(https: true);

        var answer = await PostAsync(crm.Address);

        Assert.Equal(WebhookTrouble.BadCertificate, answer.Trouble);
        Assert.Empty(crm.Posts);
    }

    [Fact]
    public async Task Dead_host_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        var nobody = await PostAsync($"http://127.0.0.1:{port}/");
        var nowhere = await PostAsync("http://nowhere.example/", find: (_, _) => throw NotFound());

        Assert.Equal(WebhookTrouble.NoConnection, nobody.Trouble);
        Assert.Equal(WebhookTrouble.NoSuchHost, nowhere.Trouble);
    }

    [Fact]
    public async Task What_speaks_no_HTTP_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var speaks = Task.Run(
            async () =>
            {
                using var caller = await other.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                await caller.GetStream().WriteAsync("220 mail.example ESMTP\r\n"u8.ToArray());
            },
            TestContext.Current.CancellationToken
        );

        var answer = await PostAsync($"http://127.0.0.1:{port}/");

        await speaks;
        Assert.Equal(WebhookTrouble.Broken, answer.Trouble);
    }

    [Fact]
    public async Task Plain_http_needs_the_setting()
    {
        await using var crm = await Receiver.StartAsync();

        var answer = await PostAsync(crm.Address, rules: new WebhookRules(AllowPrivateNetwork: true, AllowHttp: false));

        Assert.Equal(WebhookTrouble.NotSecure, answer.Trouble);
        Assert.Empty(crm.Posts);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task Name_that_leads_to_this_machine_is_refused(string where)
    {
        await using var crm = await Receiver.StartAsync();

        var answer = await PostAsync(
            $"http://crm.example:{crm.Port}{Receiver.Path}",
            rules: new WebhookRules(AllowPrivateNetwork: false, AllowHttp: true),
            find: (_, _) => Task.FromResult(new[] { IPAddress.Parse(where) })
        );

        Assert.Equal(WebhookTrouble.PrivateNetwork, answer.Trouble);
        Assert.Empty(crm.Posts);
    }

    [Fact]
    public async Task Name_is_asked_for_once_and_the_very_address_that_was_looked_at_is_called()
    {
        await using var crm = await Receiver.StartAsync();
        var asked = 0;

        // Whoever asks again is led to the metadata of a cloud.
        var answer = await PostAsync(
            $"http://crm.example:{crm.Port}{Receiver.Path}",
            find: (_, _) =>
                Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254")])
        );

        Assert.True(answer.IsTaken);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Of_several_addresses_only_those_that_may_be_are_called()
    {
        await using var crm = await Receiver.StartAsync();

        var answer = await PostAsync(
            $"http://crm.example:{crm.Port}{Receiver.Path}",
            find: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("169.254.169.254"), IPAddress.Loopback])
        );

        Assert.True(answer.IsTaken);
    }

    private static SocketException NotFound() => new((int)SocketError.HostNotFound);

    private static async Task<WebhookAnswer> PostAsync(
        string address,
        WebhookRules? rules = null,
        FindHost? find = null,
        TimeSpan? timeout = null
    )
    {
        var options = Options.Create(
            new WebhookOptions
            {
                AllowPrivateNetwork = rules?.AllowPrivateNetwork ?? true,
                AllowHttp = rules?.AllowHttp ?? true,
                Timeout = timeout ?? TimeSpan.FromSeconds(15),
            }
        );
        var connection = new GuardedConnection(find ?? Dns.GetHostAddressesAsync, options);
        using var client = new WebhookClient(connection, options, new FakeTimeProvider(TestBot.Monday));
        var webhook = Webhook.Of(new TeamId(1), address, Secret);
        return await client.PostAsync(webhook, "msg_1", "{}"u8.ToArray(), TestContext.Current.CancellationToken);
    }
}
