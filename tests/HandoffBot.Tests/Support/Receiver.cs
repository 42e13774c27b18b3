using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Support;

/// <summary>Somebody's CRM: a real web server that takes what a webhook sends, and answers as it is told to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    /// <summary>As many receivers have it: whoever knows the path may post.</summary>
    public const string Path = "/path-of-the-receiver";

    private readonly ConcurrentQueue<ReceivedPost> posts = new();
    private readonly SemaphoreSlim news = new(0);
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    public string Address => app.Urls.First() + Path;

    public int Port => new Uri(Address).Port;

    /// <summary>All posts, oldest first.</summary>
    public IReadOnlyList<ReceivedPost> Posts => [.. posts];

    /// <summary>What is answered to each post; nothing but 204 if not told.</summary>
    public Func<ReceivedPost, HttpContext, Task> Answer { get; set; } = (_, http) => Status(http, 204);

    public static async Task<Receiver> StartAsync(bool https = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    if (https)
                    {
                        listen.UseHttps(OwnCertificate());
                    }
                }
            )
        );
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.MapPost(Path, receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public void Always(int status) => Answer = (_, http) => Status(http, status);

    /// <summary>Waits for so many posts in all.</summary>
    public async Task<IReadOnlyList<ReceivedPost>> ExpectAsync(int count)
    {
        using var patience = new CancellationTokenSource(ScenarioChat.Patience);
        while (posts.Count < count)
        {
            await news.WaitAsync(patience.Token);
        }

        return Posts;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        news.Dispose();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var post = new ReceivedPost(
            http.Request.Headers["webhook-id"].ToString(),
            http.Request.Headers["webhook-timestamp"].ToString(),
            http.Request.Headers["webhook-signature"].ToString(),
            body.ToArray()
        );
        posts.Enqueue(post);
        news.Release();
        await Answer(post, http);
    }

    private static X509Certificate2 OwnCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
