using System.CommandLine;
using HandoffBot.Persistence;

namespace HandoffBot.Verbs;

/// <summary>Brings the database up to date without starting the bot.</summary>
internal static class MigrateVerb
{
    public static Command Command =>
        Verb.Of(
            "migrate",
            "Brings the database up to date. On SQLite the bot must be stopped; its start does the same.",
            async (_, settings, token) =>
            {
                await using var app = Verb.Build(settings);
                var database = app.Services.GetRequiredService<Database>();
                var pending = await database.PendingAsync(token);
                await database.MigrateAsync(token);
                Console.WriteLine(
                    pending.Count == 0
                        ? "The database was up to date."
                        : $"The database is up to date, after {string.Join(", ", pending)}."
                );
                return ExitCode.Done;
            }
        );
}
