using System.CommandLine;

namespace HandoffBot.Verbs;

/// <summary>Contents page 0: what can be asked of the executable.</summary>
internal static class CommandLine
{
    private static readonly string[] AboutItself = ["--help", "-h", "-?", "/?", "/h", "--version"];

    public static Task<int> RunAsync(string[] args) =>
        Trouble.GuardAsync(() =>
        {
            var root = new RootCommand("Joins a company's marketing and sales in Telegram.")
            {
                RunVerb.Command,
                MigrateVerb.Command,
                DoctorVerb.Command,
                HealthVerb.Command,
                BackupVerb.Command,
                RestoreVerb.Command,
                AdminVerb.Command,
                TeamVerb.Command,
                SourceVerb.Command,
            };

            // The host ends itself, and Trouble.GuardAsync says what went wrong.
            return root.Parse(WithVerb(args))
                .InvokeAsync(
                    new InvocationConfiguration
                    {
                        ProcessTerminationTimeout = null,
                        EnableDefaultExceptionHandler = false,
                    }
                );
        });

    /// <summary>Settings alone mean <c>run</c>.</summary>
    private static string[] WithVerb(string[] args) =>
        args.Length == 0 || (args[0].StartsWith("--", StringComparison.Ordinal) && !AboutItself.Contains(args[0]))
            ? [RunVerb.Name, .. args]
            : args;
}
