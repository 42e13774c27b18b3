using System.CommandLine;

namespace HandoffBot.Verbs;

/// <summary>Looks at everything the bot needs and says how to mend what is missing.</summary>
internal static class DoctorVerb
{
    public static Command Command =>
        Verb.Of(
            "doctor",
            "Looks at settings, database, token and chats, and says how to mend what is wrong.",
            async (_, settings, token) =>
            {
                await using var app = Verb.Build(settings);
                var findings = await new Doctor(app.Services).ExamineAsync(token);
                foreach (var finding in findings)
                {
                    Console.WriteLine($"{(finding.IsWell ? "ok    " : "WRONG ")} {finding.Words}");
                }

                return findings.Any(f => f is { IsWell: false, OfSettings: true }) ? ExitCode.WrongSettings
                    : findings.All(f => f.IsWell) ? ExitCode.Done
                    : ExitCode.Failed;
            }
        );
}
