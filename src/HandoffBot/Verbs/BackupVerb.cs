using System.CommandLine;
using HandoffBot.Backups;

namespace HandoffBot.Verbs;

/// <summary>The whole database in one file, beside the running bot.</summary>
internal static class BackupVerb
{
    private static readonly Argument<string> Target = new("FILE")
    {
        Description = "What it is called; it must not exist.",
    };

    public static Command Command =>
        Verb.Of(
            "backup",
            "Writes the whole database into a new file, also while the bot runs.",
            async (parsed, settings, token) =>
            {
                await using var app = Verb.Build(settings);
                var file = Path.GetFullPath(parsed.GetRequiredValue(Target));
                var make = app.Services.GetRequiredService<MakeBackup>();
                return await make.HandleAsync(file, mayReplace: false, token) switch
                {
                    BackupOutcome.Made made => Verb.Say($"{made.File} is a whole backup, {made.Bytes} bytes."),
                    BackupOutcome.Failed failed => Verb.Refuse($"{file} could not be written: {failed.Words}"),
                    _ => Verb.Refuse($"{file} exists already; take another name."),
                };
            },
            Target
        );
}
