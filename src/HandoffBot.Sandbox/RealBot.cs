using HandoffBot.Http;
using HandoffBot.Persistence;
using HandoffBot.Sandbox.Demo;
using HandoffBot.Sandbox.World;
using Microsoft.Data.Sqlite;

namespace HandoffBot.Sandbox;

/// <summary>The real bot, told that Telegram is at another address and that the clock can be moved.</summary>
internal sealed class RealBot : IAsyncDisposable
{
    private const string TickEvery = "00:00:00.2";

    private readonly WebApplication _app;
    private readonly string? _temporaryFile;

    private RealBot(WebApplication app, string? temporaryFile) => (_app, _temporaryFile) = (app, temporaryFile);

    public string Url { get; private set; } = "";

    public string ManagementUrl { get; private set; } = "";

    public IServiceProvider Services => _app.Services;

    public static async Task<RealBot> StartAsync(
        SandboxOptions options,
        string botApiUrl,
        Cast cast,
        MovableClock clock,
        CancellationToken cancellationToken
    )
    {
        var temporary = options.DataFile is null
            ? Path.Combine(Path.GetTempPath(), $"handoff-sandbox-{Guid.NewGuid():N}.db")
            : null;
        var settings = SettingsOf(options, botApiUrl, cast, temporary ?? options.DataFile!);
        var app = HandoffBotHost.Build(
            [],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(settings);
                builder.Configuration.AddInMemoryCollection(options.Settings);
                builder.Services.AddSingleton<TimeProvider>(clock);
            }
        );
        var bot = new RealBot(app, temporary);
        try
        {
            if (options.Scene is not Scene.Empty)
            {
                await app.Services.GetRequiredService<Database>().MigrateAsync(cancellationToken);
                await using var scope = app.Services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
                var company = new CompanyRows(db, cast, clock.GetUtcNow());
                await company.WriteAsync(withPast: options.Scene is Scene.Morning, cancellationToken);
            }

            await HandoffBotHost.StartAsync(app, cancellationToken);
            var at = app.Services.GetRequiredService<ListenAddresses>();
            (bot.Url, bot.ManagementUrl) = (at.PublicUrl, at.ManagementUrl);
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
        if (_temporaryFile is null)
        {
            return;
        }

        SqliteConnection.ClearAllPools();
        foreach (var part in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_temporaryFile) + "*"))
        {
            File.Delete(part);
        }
    }

    private static Dictionary<string, string?> SettingsOf(
        SandboxOptions options,
        string botApiUrl,
        Cast cast,
        string file
    ) =>
        new()
        {
            ["Telegram:Token"] = cast.Bot.Token,
            ["Telegram:BaseUrl"] = botApiUrl,
            ["Ticks:Every"] = TickEvery,
            ["ConnectionStrings:Handoff"] = $"Data Source={file}",
            ["Backup:Folder"] = "",
            ["Team:Language"] = cast.Texts.Language.ToString(),
            ["Team:Zone"] = cast.Texts.Zone,
            ["Team:Country"] = cast.Texts.Country,
            ["Team:Currency"] = cast.Texts.Currency,
            ["urls"] = Loopback(options.PortOf(2)),
            ["Management:Url"] = Loopback(options.PortOf(3)),
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        };

    private static string Loopback(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
