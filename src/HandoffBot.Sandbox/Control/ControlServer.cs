using HandoffBot.Sandbox.World;
using Microsoft.AspNetCore.Diagnostics;

namespace HandoffBot.Sandbox.Control;

/// <summary>Lets another program act as the people of a world and read what they see, over HTTP on a port of its own.</summary>
internal sealed class ControlServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ControlServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <param name="port">0 takes any free one.</param>
    public static async Task<ControlServer> StartAsync(
        TelegramWorld world,
        int port,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = typeof(ControlServer).Assembly.GetName().Name }
        );
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        var app = builder.Build();
        app.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ExplainAsync });
        app.UseRouting();
        new PeopleEndpoints(world).Map(app);
        new WatchEndpoints(world).Map(app);
        new FaultEndpoints(world).Map(app);
        await app.StartAsync(cancellationToken);
        return new ControlServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private static Task ExplainAsync(HttpContext http)
    {
        var wrong = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        http.Response.StatusCode =
            wrong is TimeoutException ? StatusCodes.Status504GatewayTimeout : StatusCodes.Status400BadRequest;
        return http.Response.WriteAsJsonAsync(new { error = wrong?.Message }, http.RequestAborted);
    }
}
