using System.CommandLine;
using HandoffBot.Persistence;

namespace HandoffBot.Verbs;

/// <summary>Starts the bot and stays until it is asked to end.</summary>
internal static class RunVerb
{
    public const string Name = "run";

    public static Command Command =>
        Verb.Of(
            Name,
            "Runs the bot (the default). Settings may follow, such as --Telegram:Token=….",
            async (_, settings, token) =>
            {
                await using var app = HandoffBotHost.Build(settings);
                await HandoffBotHost.StartAsync(app, token);
                await app.WaitForShutdownAsync(token);
                return app.Services.GetRequiredService<DatabaseLoss>().Why is { } lost ? throw lost : ExitCode.Done;
            }
        );
}
