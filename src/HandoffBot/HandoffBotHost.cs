using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Features.Digest;
using HandoffBot.Features.Feedback;
using HandoffBot.Features.Handoff;
using HandoffBot.Features.Intake;
using HandoffBot.Features.Promotions;
using HandoffBot.Features.Reminders;
using HandoffBot.Features.Team;
using HandoffBot.Observability;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Telegram;
using HandoffBot.Ticks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HandoffBot;

/// <summary>Contents page 1: what is switched on. The program, the sandbox and the tests all start here.</summary>
internal static class HandoffBotHost
{
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
            new WebApplicationOptions { Args = args, ApplicationName = typeof(HandoffBotHost).Assembly.GetName().Name }
        );
        adapt?.Invoke(builder);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);

        services.AddPersistence(builder.Configuration);
        services.AddChat();
        services.AddDialogues();
        services.AddOutbox();
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
        services.AddObservability();
        services.AddTicks(builder.Configuration, Routes.Add);
        Routes.Add(services);
        replace?.Invoke(services);

        var app = builder.Build();
        app.MapIntake();
        return app;
    }

    /// <summary>Settings checked, the database brought up to date, then everything started.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        await app.Services.GetRequiredService<Database>().MigrateAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
    }
}
