using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Support;

/// <summary>One address before several processes: each post goes to the next of them, and on to another one when that is gone.</summary>
internal sealed class CommonAddress : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http = new();
    private string[] behind = [];
    private int turn;

    private CommonAddress(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    /// <summary>What the processes behind it must be told.</summary>
    public Dictionary<string, string?> Settings => new() { ["Telegram:Updates"] = "Webhook", ["Public:Url"] = Url };

    public static async Task<CommonAddress> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var address = new CommonAddress(app);
        app.MapPost("/{**path}", address.PassOnAsync);
        await app.StartAsync();
        return address;
    }

    public void LeadsTo(params string[] urls) => behind = urls;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task<IResult> PassOnAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        for (var tried = 0; tried < behind.Length; tried++)
        {
            var to = behind[(uint)Interlocked.Increment(ref turn) % behind.Length];
            try
            {
                using var answer = await http.SendAsync(Copy(request, body.ToArray(), to));
                if (answer.StatusCode is not HttpStatusCode.ServiceUnavailable)
                {
                    var said = await answer.Content.ReadAsStringAsync();
                    return Results.Text(said, "application/json", statusCode: (int)answer.StatusCode);
                }
            }
            catch (HttpRequestException)
            {
                // That one is gone; the next one may be there.
            }
        }

        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static HttpRequestMessage Copy(HttpRequest request, byte[] body, string to)
    {
        var copy = new HttpRequestMessage(HttpMethod.Post, new Uri($"{to}{request.Path}"));
        copy.Content = new ByteArrayContent(body);
        foreach (var (name, value) in request.Headers)
        {
            if (
                !name.Equals("Host", StringComparison.OrdinalIgnoreCase)
                && !copy.Headers.TryAddWithoutValidation(name, value.ToString())
                && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
            )
            {
                copy.Content.Headers.TryAddWithoutValidation(name, value.ToString());
            }
        }

        return copy;
    }
}
