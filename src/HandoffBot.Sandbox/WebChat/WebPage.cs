using HandoffBot.Sandbox.WebChat.Components;
using Microsoft.AspNetCore.DataProtection;

namespace HandoffBot.Sandbox.WebChat;

/// <summary>The page: phones side by side, drawn from the world as it is.</summary>
internal sealed class WebPage : IAsyncDisposable
{
    /// <summary>Warns that keys are kept unencrypted; these are kept nowhere.</summary>
    private const string KeysOfTheMachine = "Microsoft.AspNetCore.DataProtection";

    private readonly WebApplication _app;

    private WebPage(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <param name="port">0 takes any free one.</param>
    public static async Task<WebPage> StartAsync(RunningSandbox sandbox, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(WebPage).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseStaticWebAssets();
        builder.Configuration["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = nameof(LogLevel.Warning);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter(KeysOfTheMachine, LogLevel.Error);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        // Of two sandboxes in one browser each has a cookie of its own.
        builder.Services.AddAntiforgery(o => o.Cookie.Name = $"sandbox-{Guid.NewGuid():N}");
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton(sandbox);
        builder.Services.AddScoped<Desk>();
        var app = builder.Build();
        app.Urls.Clear();
        app.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapGet("/files/{id}", (string id, RunningSandbox running) => FileOf(running, id));
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        await app.StartAsync(cancellationToken);
        return new WebPage(app);
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private static IResult FileOf(RunningSandbox sandbox, string id) =>
        sandbox.World.Files.ById(id) is not { } file ? Results.NotFound()
        : file.IsPhoto ? Results.File(file.Bytes, file.MimeType)
        : Results.File(file.Bytes, file.MimeType, file.Name);
}
