using System.CommandLine;
using HandoffBot.Checkup;
using HandoffBot.Resources;

namespace HandoffBot.Verbs;

/// <summary>Looks at everything the bot needs and says how to mend what is missing.</summary>
internal static class DoctorVerb
{
    public static Command Command =>
        Verb.Of(
            "doctor",
            "Looks at settings, database, Telegram, chats, rights, disk, clock and font, and says how to mend what is wrong.",
            async (_, settings, token) =>
            {
                await using var app = Verb.Build(settings);
                var findings = await app.Services.GetRequiredService<Doctor>().ExamineAsync(readsAll: true, token);
                var words = WordingOf.Stranger(null);
                foreach (var finding in findings)
                {
                    Console.WriteLine($"{(finding.IsWell ? "ok    " : "WRONG ")} {finding.In(words)}");
                }

                return findings.Any(f => f is { IsWell: false, OfSettings: true }) ? ExitCode.WrongSettings
                    : findings.All(f => f.IsWell) ? ExitCode.Done
                    : ExitCode.Failed;
            }
        );
}
