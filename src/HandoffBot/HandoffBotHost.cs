using HandoffBot.Backups;
using HandoffBot.Chat;
using HandoffBot.Checkup;
using HandoffBot.Dialogues;
using HandoffBot.Features.Digest;
using HandoffBot.Features.Feedback;
using HandoffBot.Features.Handoff;
using HandoffBot.Features.Intake;
using HandoffBot.Features.Promotions;
using HandoffBot.Features.Reminders;
using HandoffBot.Features.Team;
using HandoffBot.Forgetting;
using HandoffBot.Http;
using HandoffBot.Leadership;
using HandoffBot.Observability;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Settings;
using HandoffBot.Telegram;
using HandoffBot.Telegram.Webhook;
using HandoffBot.Ticks;
using HandoffBot.Webhooks;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace HandoffBot;

/// <summary>Contents page 1: what is switched on. The program, the sandbox and the tests all start here.</summary>
internal static partial class HandoffBotHost
{
    /// <summary>Watching the folder for changed settings takes seconds where it is the root of the disk.</summary>
    private const string DoNotWatchFiles = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>Everything put together, nothing started.</summary>
    /// <param name="adapt">What a caller wants otherwise, such as settings or a clock that can be moved.</param>
    /// <param name="replace">What a test puts in the place of a part.</param>
    public static WebApplication Build(
        string[] args,
        Action<WebApplicationBuilder>? adapt = null,
        Action<IServiceCollection>? replace = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = [DoNotWatchFiles, .. args],
                ApplicationName = typeof(HandoffBotHost).Assembly.GetName().Name,
            }
        );
        builder.Configuration.Sources.Insert(0, ShippedDefaults());
        adapt?.Invoke(builder);
        builder.Configuration.Sources.Add(new SecretFiles(builder.Configuration));
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);

        services.AddHttp(builder.Configuration);
        services.AddPersistence(builder.Configuration);
        services.AddLeadership(builder.Configuration);
        services.AddBackups();
        services.AddForgetting();
        services.AddChat();
        services.AddDialogues();
        services.AddOutbox();
        services.AddWebhooks();
        services.AddTelegram();
        services.AddScoped<RepeatedUpdate>();
        services.AddSingleton<IUpdateSink, UpdateRouter>();
        services.AddHandoff();
        services.AddReminders();
        services.AddIntake();
        services.AddFeedback();
        services.AddPromotions();
        services.AddDigest();
        services.AddTeam();
        services.AddCheckup();
        services.AddObservability(builder.Configuration);
        services.AddTicks(builder.Configuration, Routes.Add);
        Routes.Add(services);
        services.AddSingleton(new KnownSettings(services));
        replace?.Invoke(services);

        var app = builder.Build();
        app.UseHttp();
        app.MapHttp();
        app.MapIntake();
        app.MapTelegram();
        return app;
    }

    /// <summary>Settings checked, the database brought up to date, then everything started.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        foreach (var misspelt in app.Services.GetRequiredService<KnownSettings>().Misspelt(app.Configuration))
        {
            Log.SettingIgnored(app.Logger, misspelt);
        }

        await app.Services.GetRequiredService<Database>().MigrateAsync(cancellationToken);
        await app.Services.GetRequiredService<BeginList>().HandleAsync(cancellationToken);
        Addresses(app).RefuseTaken();
        await app.StartAsync(cancellationToken);
        Log.Started(app.Logger, PublicAddress(app), ManagementAddress(app));
    }

    /// <summary>Where leads and forms are posted to; the real port once the bot has started.</summary>
    public static string PublicAddress(WebApplication app) => Addresses(app).PublicUrl;

    /// <summary>Where metrics and health are seen; the real port once the bot has started.</summary>
    public static string ManagementAddress(WebApplication app) => Addresses(app).ManagementUrl;

    private static ListenAddresses Addresses(WebApplication app)
    {
        // Reading the server's options opens nothing, but settles the addresses.
        _ = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        return app.Services.GetRequiredService<ListenAddresses>();
    }

    /// <summary>The settings that come with the program, below those of the folder it is started in.</summary>
    private static JsonConfigurationSource ShippedDefaults() =>
        new()
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Path = "appsettings.json",
            Optional = true,
        };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Words}")]
        public static partial void SettingIgnored(ILogger logger, string words);

        [LoggerMessage(
            LogLevel.Information,
            "HandoffBot is up: leads at {PublicUrl}, health at {ManagementUrl}/health."
        )]
        public static partial void Started(ILogger logger, string publicUrl, string managementUrl);
    }
}
